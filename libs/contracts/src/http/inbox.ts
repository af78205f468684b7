import { SentenceView, many, moment, nullable, one, oneOf, optional, text, texts } from './shown.js';

/** What needs a person. */
export const inboxKinds = [
  'request-half-way',
  'question-undelivered',
  'question-undeliverable',
  'no-answer',
  'not-secured',
  'no-longer-fits',
  'request-withdrawn',
  'contact-gone',
  'attention',
  'refused',
  'freed-place',
  'no-host',
  'technical-hold',
  'mail-refused',
  'mail-given-up',
  'no-address',
  'follow-ups-late',
  'claim',
  'schools-without',
] as const;
export type InboxKind = (typeof inboxKinds)[number];

/** What a line is about: the ids that it has. */
export class InboxSubjectView {
  @optional @text requestId?: string;
  @optional @text matchId?: string;
  @optional @text slotId?: string;
  @optional @text personId?: string;
  @optional @text claimId?: string;
  @optional @text schoolLocationId?: string;
  @optional @text parkedId?: string;
}

export const inboxActions = [
  'open-request',
  'open-match',
  'open-report',
  'confirm-claim',
  'open-people',
  'see-parked',
  'see-health',
] as const;
export type InboxAction = (typeof inboxActions)[number];

/** The one best thing to do: a page, or a route of the API. */
export class InboxActionView {
  @oneOf(inboxActions) kind: InboxAction;
  @text href: string;
  @one(() => SentenceView) label: SentenceView;
}

export class InboxLineView {
  @text id: string;
  @oneOf(inboxKinds) kind: InboxKind;
  @moment since: string;
  @text regionId: string;
  @one(() => InboxSubjectView) subject: InboxSubjectView;
  /** What is the matter, and who has the next move. */
  @one(() => SentenceView) sentence: SentenceView;
  @one(() => InboxActionView) action: InboxActionView;
}

/** GET /api/inbox: what needs a person, oldest first. */
export class InboxView {
  @many(() => InboxLineView) items: InboxLineView[];
  @nullable @text next: string | null;
  /** Services that could not be reached: what they would say is not among the items. */
  @texts missing: string[];
}
