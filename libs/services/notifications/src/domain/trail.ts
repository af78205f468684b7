import type { Side } from '#libs/contracts';

export interface TrailStep {
  readonly at: string;
  readonly what: string;
  readonly side?: Side;
  readonly reason?: string;
  readonly changed?: 'time' | 'pupils' | 'both';
}

export interface DroppedChange {
  readonly proposer: Side;
  /** Why, in the words of whoever said no, or the code of what stood in the way. */
  readonly reason?: string;
}

/** The change that was dropped last at that moment, ISO 8601; only one waits at a time. */
export function droppedAt(trail: readonly TrailStep[], moment: string): DroppedChange | undefined {
  const until = Date.parse(moment);
  const at = trail.findLastIndex(({ what, at }) => what === 'change-dropped' && Date.parse(at) <= until);
  const proposer = trail.slice(0, Math.max(0, at)).findLast(({ what }) => what === 'change-wanted')?.side;
  if (!proposer) return undefined;
  const reason = trail[at]?.reason;
  return { proposer, ...(reason ? { reason } : {}) };
}

/** What the side that last proposed something else, while nothing was agreed yet, made different and wrote with it. */
export function lastCounter(trail: readonly TrailStep[]): {
  readonly changed: NonNullable<TrailStep['changed']>;
  readonly note?: string;
} {
  const { changed = 'time', reason } = trail.findLast(({ what }) => what === 'countered') ?? {};
  return { changed, ...(reason ? { note: reason } : {}) };
}
