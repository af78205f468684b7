import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { approve, approveMany, type ApprovalItem, type ApproveBody } from '../api/board.js';
import { useCommand } from '../api/commands.js';
import { Refused } from '../api/problems.js';
import { toast } from '../parts/toasts.js';
import type { BoardLine } from './lines.js';
import { canBeUndone, useUndo, type Approved } from './use-undo.js';

/** What did not go through, to be said beside the board. */
export interface Trouble {
  readonly requestId: string;
  readonly school: string;
  readonly error: Error;
}

export interface Wanted {
  readonly item: ApprovalItem;
  readonly school: string;
}

/** Decided, perhaps not answered yet: what of it can be undone. */
interface Decision {
  readonly approved: Promise<readonly Approved[]>;
  /** Hides what is said of it. */
  hide?: () => void;
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
  const last = useRef<Decision>(undefined);
  const one = useCommand((said: { key: string; body: ApproveBody }) => approve(said.body, keyed(said.key)), {
    changes: [],
  });
  const many = useCommand(
    (said: { key: string; items: ApprovalItem[] }) => approveMany(said.items, keyed(said.key)),
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
  const undo = useUndo(async (requestIds) => {
    bringBack(requestIds);
    await askAgain();
    const [first] = requestIds;
    if (first) onUndone(first);
  });

  /** The last is what was decided last, whichever answer comes first. */
  const decide = async (sent: () => Promise<Said>) => {
    const said = sent();
    const decision: Decision = {
      approved: said.then(({ approved }) => approved.filter(canBeUndone)),
    };
    last.current = decision;
    const { approved, words } = await said;
    const undoable = approved.filter(canBeUndone);
    const takeBack = () => {
      if (last.current === decision) last.current = undefined;
      void undo(undoable);
    };
    if (approved.length > 0) decision.hide = toast(words, undoable.length > 0 ? takeBack : undefined);
    await askAgain();
  };

  const approveSome = async (
    items: ApprovalItem[],
    schools: ReadonlyMap<string, string>,
  ): Promise<readonly Approved[]> => {
    const [first] = items;
    const schoolOf = (requestId: string) => schools.get(requestId) ?? '';
    try {
      const answer = await many.mutateAsync({ key: crypto.randomUUID(), items });
      for (const { requestId, problem, status } of answer.items) {
        const error = problem && new Refused(status, problem.code, { ...problem });
        if (error) failed({ requestId, school: schoolOf(requestId), error });
      }
      return answer.items.flatMap(({ requestId, match }) =>
        match ? [{ requestId, matchId: match.id, state: match.state }] : [],
      );
    } catch (error) {
      bringBack(items.map(({ requestId }) => requestId));
      if (first)
        failed({ requestId: first.requestId, school: schoolOf(first.requestId), error: error as Error });
      return [];
    }
  };

  return {
    decided,
    troubles,
    forget: (requestId: string) =>
      setTroubles((before) => before.filter((each) => each.requestId !== requestId)),
    undoLast: async () => {
      const decision = last.current;
      last.current = undefined;
      const approved = (await decision?.approved) ?? [];
      if (approved.length === 0) return;
      decision?.hide?.();
      await undo(approved);
    },
    approveOne: ({ request, school }: BoardLine, body: ApproveBody) => {
      hide([request.id]);
      return decide(async () => {
        try {
          const { id, state } = await one.mutateAsync({ key: crypto.randomUUID(), body });
          const approved = { requestId: request.id, matchId: id, state };
          const words = canBeUndone(approved) ? t('approved', { school }) : t('approved.agreed', { school });
          return { approved: [approved], words };
        } catch (error) {
          failed({ requestId: request.id, school, error: error as Error });
          return { approved: [], words: '' };
        }
      });
    },
    approveSlots: (wanted: readonly Wanted[]) => {
      const schools = new Map(wanted.map(({ item, school }) => [item.requestId, school]));
      hide([...schools.keys()]);
      return decide(async () => {
        const approved: Approved[] = [];
        // One call at a time, each as large as the server takes.
        for (let from = 0; from < wanted.length; from += atOnce) {
          const items = wanted.slice(from, from + atOnce).map(({ item }) => item);
          approved.push(...(await approveSome(items, schools)));
        }
        return { approved, words: t('approved.many', { count: approved.length }) };
      });
    },
    /** The server knows of these too by now: what it says goes. */
    known: bringBack,
  };
}

interface Said {
  readonly approved: readonly Approved[];
  readonly words: string;
}

const keyed = (key: string) => ({ 'Idempotency-Key': key });
