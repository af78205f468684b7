import type { Offer } from '../api/offers.js';

/** A slot with what came of it. */
export interface Moment {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly groups: number;
  readonly free: number;
  /** Places given away elsewhere. */
  readonly blocked: number;
  /** Places promised to schools, also while one of them still has to answer. */
  readonly promised: number;
  readonly isOver: boolean;
  /** The appointments in it. */
  readonly matchIds: readonly string[];
}

/** What is in each moment of an offer; of one that has begun only its appointments still count. */
export function momentsOf(
  { slots, blocked }: Pick<Offer, 'slots' | 'blocked'>,
  matchesIn: (slotId: string) => readonly string[],
  now: string,
): Moment[] {
  return slots.map((slot) => {
    const elsewhere = blocked.find(({ slotId }) => slotId === slot.id)?.groups ?? 0;
    const isOver = Date.parse(slot.start) <= Date.parse(now);
    return {
      ...slot,
      blocked: elsewhere,
      promised: isOver ? 0 : Math.max(0, slot.groups - slot.free - elsewhere),
      isOver,
      matchIds: matchesIn(slot.id),
    };
  });
}

export type MomentState = 'appointment' | 'over' | 'free' | 'blocked';

/** The one word for it on the calendar. */
export function stateOf({ matchIds, promised, isOver, free }: Moment): MomentState {
  if (matchIds.length > 0 || promised > 0) return 'appointment';
  if (isOver) return 'over';
  return free > 0 ? 'free' : 'blocked';
}
