import {
  IsArray,
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import {
  EmailText,
  FreeText,
  IdText,
  Line,
  MomentText,
  NestedList,
  OptionalNested,
  PhoneText,
  TextList,
} from '../rules.js';
import { againAnswers, mailRhythms, roles, type AgainAnswer, type MailRhythm, type Role } from '../words.js';
import { Nullable } from './shown.js';

/** A role and the one thing it is of: a school location, an organisation, or regions; an operator's is of nothing. */
export class PersonRoleBody {
  @IsIn(roles) role: Role;
  @IsOptional() @IdText() schoolLocationId?: string;
  @IsOptional() @IdText() organisationId?: string;
  @IsOptional() @TextList({ min: 1, max: 20, length: 120 }) regionIds?: string[];
  /** What a reader is called: programme leader, lead applicant, alderman. */
  @IsOptional() @Line(80) title?: string;
}

/** POST /api/invitations */
@JSONSchema({
  example: {
    email: 'tess@school.example',
    name: 'Tess de Vries',
    role: 'teacher',
    schoolLocationId: 'demo-location-01',
  },
})
export class PostInvitationBody extends PersonRoleBody {
  @EmailText() email: string;
  @IsOptional() @Line(120) name?: string;
  /** The person whose deputy whoever accepts becomes. */
  @IsOptional() @IdText() deputyOf?: string;
}

/** PATCH /api/people/:id: the fields named change, the others stay; null takes away. */
@JSONSchema({ example: { phone: '038 123 45 67', deputyId: null } })
export class PatchPersonBody {
  @IsOptional() @Line(120) name?: string;
  /** By the first operator alone, who starts without one. */
  @IsOptional() @EmailText() email?: string;
  @Nullable() @IsOptional() @PhoneText() phone?: string | null;
  @IsOptional() @IsIn(['nl', 'en']) language?: 'nl' | 'en';
  /** Replaces the roles that the one who asks may see. */
  @IsOptional() @NestedList(() => PersonRoleBody, { max: 20 }) roles?: PersonRoleBody[];
  @Nullable() @IsOptional() @IdText() deputyId?: string | null;
  /** Out within seconds, and back when false. */
  @IsOptional() @IsBoolean() disabled?: boolean;
}

/** PATCH /api/me/preferences: the fields named change, the others stay. */
@JSONSchema({ example: { mail: 'daily', reminders: true, language: 'nl' } })
export class PatchPreferencesBody {
  /** When mails that can wait come: each working morning, gathered each working day, or each Friday. */
  @IsOptional() @IsIn(mailRhythms) mail?: MailRhythm;
  /** Whether reminders come at all; what is asked, agreed or cancelled always does. */
  @IsOptional() @IsBoolean() reminders?: boolean;
  @IsOptional() @IsIn(['nl', 'en']) language?: 'nl' | 'en';
}

/** POST /api/regions */
@JSONSchema({ example: { name: 'Techkwadraat IJsselvallei', municipalityCodes: ['0193'] } })
export class PostRegionBody {
  @Line(120) name: string;
  /** CBS codes of four digits. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique()
  @Matches(/^[0-9]{4}$/, { each: true, message: '$property must hold codes of four digits' })
  municipalityCodes?: string[];
  @IsOptional() @TextList({ max: 1000, length: 120 }) schoolLocationIds?: string[];
}

/** POST /api/claims: a teacher without an account says at which school they teach. */
@JSONSchema({
  example: { schoolLocationId: 'demo-location-01', name: 'Tess de Vries', email: 'tess@school.example' },
})
export class PostClaimBody {
  @IdText() schoolLocationId: string;
  @Line(120) name: string;
  @EmailText() email: string;
}

/** POST /api/claims/:id/confirm */
@JSONSchema({ example: {} })
export class ConfirmClaimBody {
  /** How it was found out, for colleagues. */
  @IsOptional() @FreeText(200) how?: string;
}

/** POST /api/claims/:id/refuse */
@JSONSchema({ example: { reason: 'Op deze school werkt niemand met deze naam.' } })
export class RefuseClaimBody {
  @FreeText(500) reason: string;
}

/** The part behind `#` of a link in a mail. */
const linkToken = { message: '$property must be the part behind # of the link in the mail' };

/** POST /api/actions/preview */
@JSONSchema({ example: { token: 'bm90LWEtcmVhbC1saW5rLW9ubHktYW4tZXhhbXBsZS0' } })
export class PreviewActionBody {
  @Matches(/^[A-Za-z0-9_-]{43}$/, linkToken) token: string;
}

/** Of the hours those that are other than what stands filled in. */
export class OtherHoursBody {
  @IsOptional() @IsNumber() @Min(0) preparation?: number;
  @IsOptional() @IsNumber() @Min(0) delivery?: number;
  @IsOptional() @IsNumber() @Min(0) travel?: number;
}

export const linkActions = ['accept', 'decline', 'counter', 'count', 'evaluate', 'tally'] as const;
export type LinkAction = (typeof linkActions)[number];

/** POST /api/actions/execute: one of the link's actions, with what that one needs. */
@JSONSchema({
  example: { token: 'bm90LWEtcmVhbC1saW5rLW9ubHktYW4tZXhhbXBsZS0', action: 'accept' },
})
export class ExecuteActionBody {
  @Matches(/^[A-Za-z0-9_-]{43}$/, linkToken) token: string;
  @IsIn(linkActions) action: LinkAction;
  @IsOptional() @MomentText() start?: string;
  @IsOptional() @MomentText() end?: string;
  /** With `decline`. */
  @IsOptional() @FreeText(500) reason?: string;
  /** With `counter`. */
  @IsOptional() @FreeText(1000) note?: string;
  /** With `count`: what is left out stays as it stands filled in. */
  @IsOptional() @IsInt() @Min(0) @Max(2_000) pupils?: number;
  @IsOptional() @IsInt() @Min(0) @Max(500) adults?: number;
  @IsOptional() @IsInt() @Min(0) @Max(50) groups?: number;
  @IsOptional() @IsInt() @Min(0) @Max(100) people?: number;
  @OptionalNested(() => OtherHoursBody) hours?: OtherHoursBody;
  /** With `evaluate`. */
  @IsOptional() @IsInt() @Min(1) @Max(5) fit?: number;
  @IsOptional() @IsIn(againAnswers) again?: AgainAnswer;
  @IsOptional() @FreeText(1000) words?: string;
  /** With `tally`. */
  @IsOptional() @IsInt() @Min(1) @Max(2_000) present?: number;
  @IsOptional() @IsInt() @Min(0) @Max(2_000) fun?: number;
  @IsOptional() @IsInt() @Min(0) @Max(2_000) learned?: number;
  @IsOptional() @IsInt() @Min(0) @Max(2_000) wantMore?: number;
}
