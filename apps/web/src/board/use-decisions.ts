import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { approve, approveMany, type ApproveBody } from '../api/board.js';
import { useCommand } from '../api/commands.js';
import { cancelMatch } from '../api/matches.js';
import { Refused } from '../api/problems.js';
import { toast } from '../parts/toasts.js';
import type { BoardLine } from './lines.js';

/** What did not go through, to be said beside the board. */
export interface Trouble {
  readonly requestId: string;
  readonly school: string;
  readonly error: Error;
}

interface Approved {
  readonly requestId: string;
  readonly matchId: string;
}

const nouns = ['requests', 'proposals', 'matches', 'inbox', 'rounds'];

/**
 * Decides and moves on at once: the line leaves its heap, and comes back with a sentence when the server says no. Each
 * decision has a key of its own, since several may be under way.
 */
export function useDecisions(onUndone: (requestId: string) => void) {
  const { t } = useTranslation('coordinator');
  const queries = useQueryClient();
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const [last, setLast] = useState<readonly Approved[]>([]);
  const one = useCommand((said: { key: string; body: ApproveBody }) => approve(said.body, keyed(said.key)), {
    changes: [],
  });
  const many = useCommand(
    (said: { key: string; items: { requestId: string; slotId: string }[] }) =>
      approveMany(said.items, keyed(said.key)),
    { changes: [] },
  );
  const cancel = useCommand(
    (said: { key: string; id: string }) =>
      cancelMatch({ id: said.id, body: { reason: t('undo.reason') } }, keyed(said.key)),
    { changes: [] },
  );

  const hide = (ids: readonly string[]) => setDecided((before) => new Set([...before, ...ids]));
  const bringBack = (ids: readonly string[]) =>
    setDecided((before) => new Set([...before].filter((id) => !ids.includes(id))));
  const askAgain = () => Promise.all(nouns.map((noun) => queries.invalidateQueries({ queryKey: [noun] })));
  const failed = (trouble: Trouble) => {
    bringBack([trouble.requestId]);
    setTroubles((before) => [...before.filter(({ requestId }) => requestId !== trouble.requestId), trouble]);
  };

  const undo = async (approved: readonly Approved[]) => {
    setLast([]);
    const results = await Promise.allSettled(
      approved.map(({ matchId }) => cancel.mutateAsync({ key: crypto.randomUUID(), id: matchId })),
    );
    bringBack(approved.map(({ requestId }) => requestId));
    await askAgain();
    const undone = results.filter(({ status }) => status === 'fulfilled').length;
    toast(undone === approved.length ? t('undo.done', { count: undone }) : t('undo.too-late'));
    const [first] = approved;
    if (first) onUndone(first.requestId);
  };
  const remember = (approved: readonly Approved[], said: string) => {
    setLast(approved);
    toast(said, () => void undo(approved));
  };

  return {
    decided,
    troubles,
    forget: (requestId: string) =>
      setTroubles((before) => before.filter((each) => each.requestId !== requestId)),
    canUndo: last.length > 0,
    undoLast: () => void undo(last),
    approveOne: async ({ request, school }: BoardLine, body: ApproveBody) => {
      hide([request.id]);
      try {
        const { id } = await one.mutateAsync({ key: crypto.randomUUID(), body });
        remember([{ requestId: request.id, matchId: id }], t('approved', { school }));
      } catch (error) {
        failed({ requestId: request.id, school, error: error as Error });
      }
      await askAgain();
    },
    approveAll: async (lines: readonly BoardLine[]) => {
      const items = lines.flatMap(({ request, best }) =>
        best ? [{ requestId: request.id, slotId: best.slotId }] : [],
      );
      hide(items.map(({ requestId }) => requestId));
      try {
        const answer = await many.mutateAsync({ key: crypto.randomUUID(), items });
        const done = answer.items.flatMap(({ requestId, match }) =>
          match ? [{ requestId, matchId: match.id }] : [],
        );
        for (const { requestId, problem, status } of answer.items) {
          const school = lines.find(({ request }) => request.id === requestId)?.school ?? '';
          if (problem)
            failed({ requestId, school, error: new Refused(status, problem.code, { ...problem }) });
        }
        if (done.length > 0) remember(done, t('approved.many', { count: done.length }));
      } catch (error) {
        const [first] = lines;
        bringBack(items.map(({ requestId }) => requestId));
        if (first) failed({ requestId: first.request.id, school: first.school, error: error as Error });
      }
      await askAgain();
    },
    /** The server knows of these too by now: what it says goes. */
    known: bringBack,
  };
}

const keyed = (key: string) => ({ 'Idempotency-Key': key });
