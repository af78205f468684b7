import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { IdText, MomentText, NestedList, Text, TextList } from '../rules.js';

/** A limit the coordinator passes knowingly, with the reason the other side will read. */
export class DespiteBody {
  @Text(60) condition: string;
  @Text(500) reason: string;
}

/** POST /api/matches: approve. `slotId`, or `slotIds` for several slots of one offer. */
@JSONSchema({ example: { requestId: 'a-request', slotId: 'an-offer.2027-01-12T08:00:00Z' } })
export class ApproveBody {
  @IdText() requestId: string;
  @IsOptional() @IdText() slotId?: string;
  @IsOptional() @TextList({ min: 1, max: 12, length: 120 }) slotIds?: string[];
  @IsOptional() @NestedList(() => DespiteBody, { max: 10 }) despite?: DespiteBody[];
  @IsOptional() @IsInt() @Min(0) @Max(10_000_000) regionPaysCents?: number;
}

/** POST /api/proposals/:requestId/reject: the slot alone, or the whole offer. */
@JSONSchema({ example: { offerId: 'an-offer', reason: 'De school was hier vorig jaar al.' } })
export class RejectProposalBody {
  @IsOptional() @IdText() slotId?: string;
  @IsOptional() @IdText() offerId?: string;
  @Text(500) reason: string;
}

class OnBehalfFields {
  @IsOptional() @IsIn(['school', 'partner']) onBehalfOf?: 'school' | 'partner';
  @IsOptional() @Text(200) how?: string;
}

/** POST /api/matches/:id/accept */
@JSONSchema({ example: { start: '2027-01-12T09:00:00+01:00' } })
export class AcceptBody extends OnBehalfFields {
  @IsOptional() @MomentText() start?: string;
  @IsOptional() @MomentText() end?: string;
}

/** POST /api/matches/:id/decline and /cancel */
@JSONSchema({ example: { reason: 'We zijn die week op beurs.' } })
export class EndMatchBody extends OnBehalfFields {
  @Text(500) reason: string;
  @IsOptional() @IdText() reasonCode?: string;
}

/** POST /api/matches/:id/counter */
@JSONSchema({ example: { start: '2027-01-12T10:00:00+01:00', note: 'Een uur later lukt beter.' } })
export class CounterBody extends OnBehalfFields {
  @IsOptional() @IdText() slotId?: string;
  @IsOptional() @MomentText() start?: string;
  @IsOptional() @MomentText() end?: string;
  @IsOptional() @IsInt() @Min(1) @Max(500) pupils?: number;
  @IsOptional() @Text(1000) note?: string;
}
