import { IsObject, IsOptional, Matches } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { EmailText, IdText, Line } from '../rules.js';
import { moment, nullable, object, one, oneOf, text, whole, yesNo } from './shown.js';

/** GET /api/sign-in */
export class WaysInView {
  @yesNo code: boolean;
  /** An account elsewhere. */
  @yesNo issuer: boolean;
  /** As one of the people of the demo. */
  @yesNo demo: boolean;
  /** Whether whoever asks is in already. */
  @yesNo signedIn: boolean;
}

/** POST /api/sign-in/codes */
@JSONSchema({ example: { email: 'tess@school.example' } })
export class AskCodeBody {
  @EmailText() email: string;
}

/** The same whether or not somebody has that address. */
export class CodeAskedView {
  @whole validMinutes: number;
}

/** POST /api/sign-in/sessions: the code as it was typed, with or without a dash. */
@JSONSchema({ example: { code: 'K7QM-3XPA', email: 'tess@school.example' } })
export class SignInBody {
  @Matches(/^[0-9A-Za-z][0-9A-Za-z -]{6,18}$/, { message: '$property must be the eight signs of the mail' })
  code: string;
  /** Narrows down whose code it may be. */
  @IsOptional() @EmailText() email?: string;
}

/** POST /api/demo/sign-in: which of the demo's people somebody wants to be. */
@JSONSchema({ example: { personId: 'demo-teacher' } })
export class DemoSignInBody {
  @IdText() personId: string;
}

class SignedInPersonView {
  @text id: string;
  @text name: string;
  @oneOf(['nl', 'en']) language: 'nl' | 'en';
}

export class SignedInView {
  @one(() => SignedInPersonView) person: SignedInPersonView;
  @moment endsAt: string;
}

/** POST /api/sign-in/oidc/start: where the browser is to go. */
export class RedirectView {
  @text redirect: string;
}

const broughtBack = { message: '$property must be what the issuer sent back' };

/** POST /api/sign-in/oidc/finish: what stood in the address that the issuer sent the browser back to. */
@JSONSchema({ example: { code: 'SplxlOBeZQQYbYS6WxSbIA', state: 'af0ifjsldkj' } })
export class FinishOidcBody {
  @Matches(/^[!-~]{1,2000}$/, broughtBack) code: string;
  @Matches(/^[\w-]{1,200}$/, broughtBack) state: string;
  /** When the issuer names itself (RFC 9207). */
  @IsOptional() @Matches(/^https?:[!-~]{1,500}$/, broughtBack) iss?: string;
}

/** GET /api/me/sessions */
export class SessionView {
  @text id: string;
  /** What it runs on, such as `Firefox, Windows`. */
  @text label: string;
  @moment createdAt: string;
  @moment lastSeenAt: string;
  /** Unless it is used before. */
  @moment endsAt: string;
  /** The one that asks. */
  @yesNo current: boolean;
}

export class SessionEndedView {
  @text id: string;
}

/** What a browser hands to `navigator.credentials`, as WebAuthn writes it in JSON. */
export class PasskeyOptionsView {
  @object options: object;
}

/** POST /api/me/step-up: what `navigator.credentials.get` gave, in JSON. */
@JSONSchema({ example: { response: { id: 'Zm9yLWV4YW1wbGU', type: 'public-key', response: {} } } })
export class StepUpBody {
  @IsObject() response: object;
}

/** POST /api/me/passkeys: what `navigator.credentials.create` gave, in JSON. */
@JSONSchema({
  example: { response: { id: 'Zm9yLWV4YW1wbGU', type: 'public-key', response: {} }, label: 'Mijn telefoon' },
})
export class MakePasskeyBody extends StepUpBody {
  @IsOptional() @Line(80) label?: string;
}

/** Until when nothing more is asked. */
export class SteppedUpView {
  @moment steppedUpUntil: string;
}

/** GET /api/me/passkeys */
export class PasskeyView {
  @text id: string;
  @text label: string;
  @moment createdAt: string;
  @nullable @moment lastUsedAt: string | null;
}

export class PasskeyRemovedView {
  @text id: string;
}

/** POST /api/people/:id/reset-second-factor */
export class SecondFactorResetView {
  @text id: string;
}
