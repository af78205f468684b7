export type RefusedChange =
  | 'request-unknown'
  | 'request-present'
  | 'request-absent'
  | 'request-unassigned'
  | 'slot-unknown'
  | 'slot-open'
  | 'slot-closed'
  | 'capacity-invalid';

const sentences: Record<RefusedChange, string> = {
  'request-unknown': 'the market has no such request',
  'request-present': 'the request takes part already',
  'request-absent': 'the request does not take part (any more)',
  'request-unassigned': 'the request has no slot',
  'slot-unknown': 'the market has no such slot',
  'slot-open': 'the slot is open already',
  'slot-closed': 'the slot has no place left to give',
  'capacity-invalid': 'a capacity must be a whole number, 0 or more',
};

/** A change that makes no sense for the assignment as it is; it was left as it was. */
export class ChangeRefused extends Error {
  readonly code = 'matching-engine.change-refused';

  /** `number`: of the request or the slot. */
  constructor(
    readonly reason: RefusedChange,
    readonly number: number,
  ) {
    super(`${reason.startsWith('request') ? 'request' : 'slot'} ${number}: ${sentences[reason]}`);
    this.name = 'ChangeRefused';
  }
}
