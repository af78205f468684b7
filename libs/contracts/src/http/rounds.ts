import { IsOptional } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { IdText, LocalDateText, NestedList, Text, TextList } from '../rules.js';

/** POST /api/rounds: requests that come in until `closesOn` are planned together and answered by `answerBy`. */
@JSONSchema({
  example: {
    region: 'a-region',
    name: 'Voorjaarsronde',
    opensOn: '2026-12-01',
    closesOn: '2026-12-18',
    answerBy: '2027-01-08',
  },
})
export class PostRoundBody {
  @IdText() region: string;
  @Text(120) name: string;
  @LocalDateText() opensOn: string;
  @LocalDateText() closesOn: string;
  @LocalDateText() answerBy: string;
  /** Offers whose slots are kept for this round: from its opening nobody books them directly until its answer date is over. */
  @IsOptional() @TextList({ max: 200, length: 120 }) keptOfferIds?: string[];
}

/** `slotId`, or `slotIds` for several slots of one offer. */
export class ApprovalItem {
  @IdText() requestId: string;
  @IsOptional() @IdText() slotId?: string;
  @IsOptional() @TextList({ min: 1, max: 12, length: 120 }) slotIds?: string[];
}

/** POST /api/matches/approvals: each item is decided for itself. */
@JSONSchema({ example: { items: [{ requestId: 'a-request', slotId: 'an-offer.2027-01-12T08:00:00Z' }] } })
export class ApproveManyBody {
  @NestedList(() => ApprovalItem, { min: 1, max: 200 }) items: ApprovalItem[];
}
