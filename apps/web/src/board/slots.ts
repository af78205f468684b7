import type { ApprovalItem, Proposal } from '../api/board.js';

type Slots = Pick<Proposal, 'slotId' | 'slotIds' | 'start' | 'end' | 'times'>;

/** What approving this proposal sends: all of its slots. */
export function bodyOf(requestId: string, { slotId, slotIds = [] }: Slots): ApprovalItem {
  return { requestId, ...(slotIds.length > 1 ? { slotIds } : { slotId }) };
}

/** When it is: of each slot when the groups are put into several. */
export const timesOf = ({ start, end, times = [{ start, end }] }: Slots): NonNullable<Slots['times']> =>
  times;
