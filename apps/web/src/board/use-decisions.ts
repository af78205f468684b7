import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
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

export interface Wanted {
  readonly requestId: string;
  readonly slotId: string;
  readonly school: string;
}

interface Approved {
  readonly requestId: string;
  readonly matchId: string;
}

/** As many as the server takes in one call. */
const atOnce = 100;
const nouns = ['requests', 'proposals', 'matches', 'inbox', 'round-lines'];

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
  const hideLast = useRef<() => void>(() => undefined);
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
    hideLast.current();
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
    hideLast.current = toast(said, () => void undo(approved));
  };

  const approveSome = async (
    items: { requestId: string; slotId: string }[],
    schools: ReadonlyMap<string, string>,
  ) => {
    const [first] = items;
    try {
      const answer = await many.mutateAsync({ key: crypto.randomUUID(), items });
      for (const { requestId, problem, status } of answer.items) {
        const error = problem && new Refused(status, problem.code, { ...problem });
        if (error) failed({ requestId, school: schools.get(requestId) ?? '', error });
      }
      const done = answer.items.flatMap(({ requestId, match }) =>
        match ? [{ requestId, matchId: match.id }] : [],
      );
      if (done.length > 0) remember(done, t('approved.many', { count: done.length }));
    } catch (error) {
      bringBack(items.map(({ requestId }) => requestId));
      if (first)
        failed({
          requestId: first.requestId,
          school: schools.get(first.requestId) ?? '',
          error: error as Error,
        });
    }
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
    approveSlots: async (wanted: readonly Wanted[]) => {
      const schools = new Map(wanted.map(({ requestId, school }) => [requestId, school]));
      hide([...schools.keys()]);
      // One call at a time, each as large as the server takes.
      for (let from = 0; from < wanted.length; from += atOnce) {
        const items = wanted
          .slice(from, from + atOnce)
          .map(({ requestId, slotId }) => ({ requestId, slotId }));
        await approveSome(items, schools);
      }
      await askAgain();
    },
    /** The server knows of these too by now: what it says goes. */
    known: bringBack,
  };
}

const keyed = (key: string) => ({ 'Idempotency-Key': key });
