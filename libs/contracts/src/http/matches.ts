import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { FreeText, IdText, Line, MomentText, NestedList, OptionalNested, Text, TextList } from '../rules.js';
import { activityKinds, againAnswers, type ActivityKind, type AgainAnswer } from '../words.js';
import { GroupBody } from './requests.js';

/**
 * A limit the coordinator passes knowingly, with the reason both sides read. Whose limit it is is asked, also who said yes
 * beforehand.
 */
export class DespiteBody {
  @Text(60) condition: string;
  @FreeText(500) reason: string;
}

/** POST /api/matches: approve. `slotId`, or `slotIds` for several slots of one offer. */
@JSONSchema({ example: { requestId: 'a-request', slotId: 'an-offer.2027-01-12T08:00:00Z' } })
export class ApproveBody {
  @IdText() requestId: string;
  @IsOptional() @IdText() slotId?: string;
  @IsOptional() @TextList({ min: 1, max: 12, length: 120 }) slotIds?: string[];
  /** Some of the groups, when the school allows splitting; default: all that have no appointment yet. */
  @IsOptional() @TextList({ min: 1, max: 12, length: 120 }) groupIds?: string[];
  @IsOptional() @NestedList(() => DespiteBody, { max: 10 }) despite?: DespiteBody[];
  @IsOptional() @IsInt() @Min(0) @Max(10_000_000) regionPaysCents?: number;
}

/** POST /api/proposals/:requestId/reject: the slot alone, or the whole offer. */
@JSONSchema({ example: { offerId: 'an-offer', reason: 'De school was hier vorig jaar al.' } })
export class RejectProposalBody {
  @IsOptional() @IdText() slotId?: string;
  @IsOptional() @IdText() offerId?: string;
  @FreeText(500) reason: string;
}

/** POST /api/matches/:id/held: it took place after all. Others say more; each may be on behalf of one side. */
@JSONSchema({ example: {} })
export class OnBehalfBody {
  @IsOptional() @IsIn(['school', 'partner']) onBehalfOf?: 'school' | 'partner';
  @IsOptional() @FreeText(200) how?: string;
}

export class SessionTimeBody {
  @IdText() id: string;
  @MomentText() start: string;
  @IsOptional() @MomentText() end?: string;
}

/** POST /api/matches/:id/accept: one start for lessons in a row in one slot, or a start for each session. */
@JSONSchema({ example: { start: '2027-01-12T09:00:00+01:00' } })
export class AcceptBody extends OnBehalfBody {
  @IsOptional() @MomentText() start?: string;
  @IsOptional() @MomentText() end?: string;
  @IsOptional() @NestedList(() => SessionTimeBody, { min: 1, max: 12 }) sessions?: SessionTimeBody[];
}

/** POST /api/matches/:id/decline */
@JSONSchema({ example: { reason: 'We zijn die week op beurs.' } })
export class EndMatchBody extends OnBehalfBody {
  @FreeText(500) reason: string;
  @IsOptional() @IdText() reasonCode?: string;
}

/** POST /api/matches/:id/cancel: of what is over in part, only what is still to come is called off. */
@JSONSchema({ example: { reason: 'We zijn die week op beurs.' } })
export class CancelBody extends EndMatchBody {
  /** Only as long as nobody has been told: then it is as if it had not been approved. */
  @IsOptional() @IsBoolean() undo?: boolean;
}

/** POST /api/matches/:id/counter */
@JSONSchema({ example: { start: '2027-01-12T10:00:00+01:00', note: 'Een uur later lukt beter.' } })
export class CounterBody extends AcceptBody {
  /** Another slot of the same offer; `start` then lies in that slot. */
  @IsOptional() @IdText() slotId?: string;
  /** Of the only group, when the numbers changed too. */
  @IsOptional() @IsInt() @Min(1) @Max(500) pupils?: number;
  @IsOptional() @FreeText(1000) note?: string;
}

/** POST /api/slots/:id/bookings: a school takes a firm slot, at once or as an option that lapses. */
@JSONSchema({
  example: {
    schoolLocationId: 'demo-location-01',
    groups: [{ sector: 'po', grades: ['7', '8'], pupils: 26, name: '7/8B' }],
    option: true,
  },
})
export class BookSlotBody {
  @IdText() schoolLocationId: string;
  @IsOptional() @IdText() regionId?: string;
  @NestedList(() => GroupBody, { min: 1, max: 12 }) groups: GroupBody[];
  @IsOptional() @IdText() contactId?: string;
  @IsOptional() @FreeText(1000) note?: string;
  @IsOptional() @IsBoolean() option?: boolean;
}

/** POST /api/slots/:id/waiting-list: the place as an option as soon as it comes free. */
@JSONSchema({
  example: { schoolLocationId: 'demo-location-01', groups: [{ sector: 'po', grades: ['7'], pupils: 24 }] },
})
export class WaitingListBody {
  @IdText() schoolLocationId: string;
  @IsOptional() @IdText() regionId?: string;
  @NestedList(() => GroupBody, { min: 1, max: 12 }) groups: GroupBody[];
  @IsOptional() @IdText() contactId?: string;
}

export class ArrangedSessionBody {
  @MomentText() start: string;
  @MomentText() end: string;
  @IsOptional() @IdText() slotId?: string;
  @NestedList(() => GroupBody, { min: 1, max: 12 }) groups: GroupBody[];
}

/** Who pays what, euro cents; pupils always pay nothing. */
export class ArrangedCostsBody {
  @IsInt() @Min(0) @Max(10_000_000) schoolCents: number;
  @IsInt() @Min(0) @Max(10_000_000) regionCents: number;
  @IsInt() @Min(0) @Max(10_000_000) partnerCents: number;
}

/** POST /api/matches/arranged: what two sides agreed between them. */
@JSONSchema({
  example: {
    schoolLocationId: 'demo-location-01',
    organisationId: 'demo-organisation-01',
    kind: 'guest-lesson',
    themes: ['hi-tech-science/robotics'],
    sessions: [
      {
        start: '2027-01-12T09:00:00+01:00',
        end: '2027-01-12T10:30:00+01:00',
        groups: [{ sector: 'po', grades: ['7'], pupils: 24, name: '7A' }],
      },
    ],
  },
})
export class ArrangedBody {
  @IdText() schoolLocationId: string;
  @IsOptional() @IdText() regionId?: string;
  @IdText() organisationId: string;
  @IsOptional() @IdText() offerId?: string;
  @IsIn(activityKinds) kind: ActivityKind;
  @IsOptional() @Line(200) title?: string;
  @TextList({ min: 1, max: 5 }) themes: string[];
  @NestedList(() => ArrangedSessionBody, { min: 1, max: 12 }) sessions: ArrangedSessionBody[];
  @OptionalNested(() => ArrangedCostsBody) costs?: ArrangedCostsBody;
  @IsOptional() @IdText() contactId?: string;
}

/** POST /api/matches/:id/repeat: the same again, 52 weeks later unless `start` says when. */
@JSONSchema({ example: { start: '2027-11-16T09:00:00+01:00' } })
export class RepeatBody {
  @IsOptional() @MomentText() start?: string;
  @IsOptional() @NestedList(() => GroupBody, { min: 1, max: 12 }) groups?: GroupBody[];
}

/** POST /api/matches/:id/move: another time for a confirmed appointment; the other side says yes first. */
@JSONSchema({ example: { start: '2027-01-19T09:00:00+01:00', reason: 'De monteur is die dag op beurs.' } })
export class MoveBody extends AcceptBody {
  @IsOptional() @IdText() slotId?: string;
  @FreeText(500) reason: string;
}

export class GroupNumbersBody {
  @IdText() groupId: string;
  @IsInt() @Min(1) @Max(500) pupils: number;
}

/** POST /api/matches/:id/pupils: other numbers for a confirmed appointment. */
@JSONSchema({ example: { groups: [{ groupId: 'a-group', pupils: 28 }] } })
export class PupilsChangeBody extends OnBehalfBody {
  @NestedList(() => GroupNumbersBody, { min: 1, max: 12 }) groups: GroupNumbersBody[];
  @IsOptional() @FreeText(500) reason?: string;
}

/** POST /api/matches/:id/contact: another person receives the guest, or comes. */
@JSONSchema({ example: { contactId: 'demo-school-admin' } })
export class ContactBody extends OnBehalfBody {
  @IdText() contactId: string;
}

export class HoursBody {
  @IsNumber() @Min(0) preparation: number;
  @IsNumber() @Min(0) delivery: number;
  @IsNumber() @Min(0) travel: number;
}

/** POST /api/matches/:id/count: the school says how many came, the partner who gave it and how many hours that took. */
@JSONSchema({ example: { pupils: 24, adults: 2, groups: 1 } })
export class CountBody extends OnBehalfBody {
  @IsOptional() @IsInt() @Min(0) @Max(2_000) pupils?: number;
  @IsOptional() @IsInt() @Min(0) @Max(500) adults?: number;
  @IsOptional() @IsInt() @Min(0) @Max(50) groups?: number;
  @IsOptional() @IsInt() @Min(0) @Max(100) people?: number;
  @OptionalNested(() => HoursBody) hours?: HoursBody;
}

/** POST /api/matches/:id/evaluation: what one side thought of it. */
@JSONSchema({ example: { fit: 4, again: 'yes', words: 'De robotarm was een groot succes.' } })
export class EvaluationBody extends OnBehalfBody {
  /** How well it fitted, 1 (not at all) to 5 (wholly). */
  @IsInt() @Min(1) @Max(5) fit: number;
  @IsIn(againAnswers) again: AgainAnswer;
  @IsOptional() @FreeText(1000) words?: string;
}

/** POST /api/matches/:id/tally: hands of the whole class, counted by its teacher; each at most `present`. */
@JSONSchema({ example: { present: 24, fun: 22, learned: 19, wantMore: 17 } })
export class TallyBody extends OnBehalfBody {
  @IsInt() @Min(1) @Max(2_000) present: number;
  @IsInt() @Min(0) @Max(2_000) fun: number;
  @IsInt() @Min(0) @Max(2_000) learned: number;
  @IsInt() @Min(0) @Max(2_000) wantMore: number;
}

/** POST /api/requests/:id/call: asks some partners quietly whether one of them can. */
@JSONSchema({ example: { organisationIds: ['demo-organisation-01'], note: 'Een halve ochtend is genoeg.' } })
export class CallBody {
  @TextList({ min: 1, max: 10, length: 120 }) organisationIds: string[];
  @IsOptional() @FreeText(1000) note?: string;
}

/** POST /api/calls/:id/answer: "we can then", in an offer of ours or in one made for this request. */
@JSONSchema({ example: { start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T10:30:00+01:00' } })
export class AnswerCallBody {
  @IsOptional() @IdText() offerId?: string;
  @IsOptional() @Line(200) title?: string;
  @MomentText() start: string;
  @MomentText() end: string;
  /** Whether the guest has a certificate of conduct; of an offer that was published before, the offer says it. */
  @IsOptional() @IsIn(['available', 'none']) vog?: 'available' | 'none';
}
