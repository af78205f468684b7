import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Min } from 'class-validator';
import { IdText, LocalDateText, MomentText, Text } from '../rules.js';
import { Event } from './event.js';

/** Keyed by request: it was held against every offer. */
@Event('matching.request-considered')
export class RequestConsidered {
  @IdText() requestId: string;
  @IdText() schoolLocationId: string;
  /** Who asked and who receives the guest: who gets the receipt. */
  @IsArray() @IsString({ each: true }) askers: string[];
  /** Offers that fit now. */
  @IsInt() @Min(0) fitting: number;
  /** The hard conditions that kept the others out, most frequent first. */
  @IsArray() @IsString({ each: true }) obstacles: string[];
}

/** Keyed by request: it was given up, and now there is something that fits: it is open again. */
@Event('matching.request-fits-again')
export class RequestFitsAgain {
  @IdText() requestId: string;
  @IdText() regionId: string;
  @IdText() schoolLocationId: string;
  /** Offers that fit now. */
  @IsInt() @Min(1) fitting: number;
}

/** Keyed by rejection: the coordinator will not propose this slot or offer to the request again. */
@Event('matching.proposal-rejected')
export class ProposalRejected {
  @IdText() requestId: string;
  @IsOptional() @IdText() slotId?: string;
  @IsOptional() @IdText() offerId?: string;
}

/** Keyed by round: a plan is there, with prices that proposals of the region are ranked by from now on. */
@Event('matching.round-planned')
export class RoundPlanned {
  @IdText() regionId: string;
  /** The plan's number within its round. */
  @IsInt() @Min(1) run: number;
  @IsInt() @Min(0) served: number;
  @IsInt() @Min(0) unserved: number;
}

/** Keyed by call: the coordinator asks partners quietly whether one of them can meet a request that no offer meets. */
@Event('matching.partners-called')
export class PartnersCalled {
  @IdText() requestId: string;
  @IdText() regionId: string;
  @IdText() schoolLocationId: string;
  @IsArray() @IsString({ each: true }) organisationIds: string[];
  @MomentText() answerBy: string;
}

/** Keyed by call: a partner can; the slot is to be there, in an offer it has or in one made for this. */
@Event('matching.call-answered')
export class CallAnswered {
  @IdText() requestId: string;
  @IdText() organisationId: string;
  @IdText() offerId: string;
  /** True when `offers` is to make the offer from the request's own kind, themes and groups. */
  @IsBoolean() makeOffer: boolean;
  @Text(200) title: string;
  @MomentText() start: string;
  @MomentText() end: string;
  /** Whether the guest has a certificate of conduct, where the offer is to be made; absent: nobody said so. */
  @IsOptional() @IsIn(['available', 'none']) vog?: 'available' | 'none';
}

/** Keyed by call: what a partner answered became no appointment after all. */
@Event('matching.call-failed')
export class CallFailed {
  @IdText() requestId: string;
  @IdText() regionId: string;
  @IdText() schoolLocationId: string;
  @IdText() organisationId: string;
  /** Who answered for it. */
  @IdText() answeredBy: string;
  @MomentText() start: string;
  @MomentText() end: string;
  /** Until when others may answer; absent: nobody need any more. */
  @IsOptional() @MomentText() answerBy?: string;
}

/** Keyed by round: it takes in requests until it closes, and answers them by that date. */
@Event('matching.round-opened')
export class RoundOpened {
  @IdText() regionId: string;
  @LocalDateText() opensOn: string;
  @LocalDateText() closesOn: string;
  @LocalDateText() answerBy: string;
}
