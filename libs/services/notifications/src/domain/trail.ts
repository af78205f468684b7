import type { Side } from '#libs/contracts';

export interface TrailStep {
  readonly at: string;
  readonly what: string;
  readonly side?: Side;
  readonly reason?: string;
  readonly changed?: 'time' | 'pupils' | 'both';
  readonly undelivered?: boolean;
}

export interface DroppedChange {
  readonly proposer: Side;
  /** Why, in the words of whoever said no, or the code of what stood in the way. */
  readonly reason?: string;
  /** Nobody answered, since the question reached nobody. */
  readonly undelivered?: true;
}

/** The change that was dropped last at that moment, ISO 8601; only one waits at a time. */
export function droppedAt(trail: readonly TrailStep[], moment: string): DroppedChange | undefined {
  const until = Date.parse(moment);
  const at = trail.findLastIndex(({ what, at }) => what === 'change-dropped' && Date.parse(at) <= until);
  const proposer = trail.slice(0, Math.max(0, at)).findLast(({ what }) => what === 'change-wanted')?.side;
  if (!proposer) return undefined;
  const { reason, undelivered } = trail[at] as TrailStep;
  return { proposer, ...(reason ? { reason } : {}), ...(undelivered ? { undelivered } : {}) };
}

/** What the side that last proposed something else, while nothing was agreed yet, made different and wrote with it. */
export function lastCounter(trail: readonly TrailStep[]): {
  readonly changed: NonNullable<TrailStep['changed']>;
  readonly note?: string;
} {
  const { changed = 'time', reason } = trail.findLast(({ what }) => what === 'countered') ?? {};
  return { changed, ...(reason ? { note: reason } : {}) };
}
