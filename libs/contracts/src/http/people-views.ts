import { mailRhythms, roles, type MailRhythm, type Role } from '../words.js';
import { PrefilledView } from './match-views.js';
import { linkActions, type LinkAction } from './people.js';
import {
  NamedView,
  many,
  moment,
  nullable,
  one,
  oneOf,
  optional,
  someOf,
  text,
  texts,
  whole,
  yesNo,
} from './shown.js';

export class PersonRoleView {
  @oneOf(roles) role: Role;
  @optional @text schoolLocationId?: string;
  @optional @text organisationId?: string;
  @optional @texts regionIds?: string[];
  @optional @text title?: string;
  /** False while a coordinator has not said yes to a claim. */
  @optional @yesNo confirmed?: boolean;
}

/** GET /api/people: colleagues see the name and the roles, those who may change a person the rest. */
export class PersonView {
  @text id: string;
  @text name: string;
  /** Those of the schools, organisations and regions that the one who asks may see. */
  @many(() => PersonRoleView) roles: PersonRoleView[];
  @optional @text email?: string;
  @optional @text phone?: string;
  @optional @oneOf(['nl', 'en']) language?: 'nl' | 'en';
  @optional @text deputyId?: string;
  @optional @yesNo disabled?: boolean;
}

/** How a person wants the mails that can wait. */
export class MailPreferencesView {
  @oneOf(mailRhythms) mail: MailRhythm;
  @yesNo reminders: boolean;
}

/** PATCH /api/me/preferences */
export class PreferencesView extends MailPreferencesView {
  @oneOf(['nl', 'en']) language: 'nl' | 'en';
}

export class InvitationView {
  @text id: string;
  @text email: string;
  @optional @text name?: string;
  @one(() => PersonRoleView) role: PersonRoleView;
  @optional @text deputyOf?: string;
  @text invitedBy: string;
  @moment expiresAt: string;
  @oneOf(['open', 'accepted', 'expired', 'withdrawn']) state: 'open' | 'accepted' | 'expired' | 'withdrawn';
}

/** What a visitor hears of a claim: the same whoever asks. */
export class ClaimMadeView {
  @text id: string;
  @oneOf(['sign-in']) next: 'sign-in';
}

export class ClaimView {
  @text id: string;
  @text personId: string;
  @text name: string;
  @text email: string;
  @one(() => NamedView) schoolLocation: NamedView;
  @moment claimedAt: string;
  @oneOf(['open', 'confirmed', 'refused']) state: 'open' | 'confirmed' | 'refused';
  @nullable @text reason: string | null;
}

/** GET /api/matches/:id/contacts: who is there on the day, once both sides have said yes. */
export class ContactOnTheDayView {
  @text name: string;
  @optional @text phone?: string;
}

export class ContactsView {
  @optional @one(() => ContactOnTheDayView) school?: ContactOnTheDayView;
  @optional @one(() => ContactOnTheDayView) partner?: ContactOnTheDayView;
}

export class ActionFactView {
  @text label: string;
  @text text: string;
}

/** What a yes or a no can be about. A proposal has a request to search on for, an appointment has none. */
export const answerables = ['proposal', 'appointment', 'option', 'change', 'recorded'] as const;
export type Answerable = (typeof answerables)[number];

/** POST /api/actions/preview: what is asked, and what each answer does. */
export class ActionPreviewView {
  @text matchId: string;
  @oneOf(['school', 'partner']) side: 'school' | 'partner';
  @oneOf(['nl', 'en']) language: 'nl' | 'en';
  @whole question: number;
  @text ask: string;
  /** What a yes or a no is about. */
  @oneOf(answerables) about: Answerable;
  @many(() => ActionFactView) facts: ActionFactView[];
  @texts notes: string[];
  @someOf(linkActions) actions: LinkAction[];
  /** Where figures can be given: what they will be unless somebody says otherwise. */
  @optional @one(() => PrefilledView) prefilled?: PrefilledView;
  @moment expiresAt: string;
}

/** POST /api/actions/execute */
export class ActionDoneView {
  @text matchId: string;
  @oneOf(linkActions) action: LinkAction;
  /** The state of the appointment now. */
  @text state: string;
}
