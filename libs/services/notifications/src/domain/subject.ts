import type { ChangeDropped, Ending, MatchEnded, MatchSession, RestCancelled, Side } from '#libs/contracts';

/** About a request: ids and what cannot be read any more later. */
export type SubjectOfRequest =
  | {
      readonly template: 'receipt';
      readonly requestId: string;
      readonly fitting: number;
      readonly obstacles: readonly string[];
    }
  | { readonly template: 'unmet' | 'needs-info'; readonly requestId: string }
  /** To those who asked and did not withdraw it themselves. */
  | { readonly template: 'withdrawn'; readonly requestId: string }
  | {
      readonly template: 'call';
      readonly callId: string;
      readonly requestId: string;
      readonly organisationId: string;
      readonly answerBy: string;
    }
  | {
      readonly template: 'call-failed';
      readonly requestId: string;
      readonly organisationId: string;
      /** When it would have been, ISO 8601. */
      readonly start: string;
      readonly end: string;
      /** Until when another answer helps; absent: none does. */
      readonly answerBy?: string;
    };

/** About a match. `recorded` asks whether what lies behind is right, `figures` how many came or how long it took. */
export type SubjectOfMatch =
  | {
      readonly template: 'question' | 'option' | 'confirmation' | 'change' | 'nudge';
      readonly matchId: string;
      readonly question: number;
      /** Of whoever took over for their side: their own id, as long as they are its contact. */
      readonly contactId?: string;
      /** Of a confirmation: it was agreed before, and is agreed anew. */
      readonly anew?: true;
    }
  | {
      readonly template: 'contact-changed';
      readonly matchId: string;
      /** Who receives the guest or comes, on the side that does not read this. */
      readonly contactId: string;
    }
  | {
      /** To who had it in the calendar and handed it over. */
      readonly template: 'handed-over';
      readonly matchId: string;
    }
  | {
      readonly template: 'change-dropped';
      readonly matchId: string;
      readonly by: ChangeDropped['by'];
      /** When it was dropped, ISO 8601. */
      readonly at: string;
    }
  | {
      /** To the side that was asked for it: who proposed it took it back. */
      readonly template: 'change-withdrawn';
      readonly matchId: string;
      readonly question: number;
    }
  | {
      /** Some of it took place; these sessions do not. */
      readonly template: 'rest-cancelled';
      readonly matchId: string;
      readonly by: RestCancelled['by'];
      readonly sessions: readonly MatchSession[];
    }
  | {
      readonly template: 'ending';
      readonly matchId: string;
      readonly ending: Ending;
      readonly by: MatchEnded['by'];
      readonly wasConfirmed: boolean;
    }
  | {
      readonly template: 'check' | 'reminder' | 'option-lapses' | 'figures' | 'figures-again';
      readonly matchId: string;
      /** The start of the activity that it is about, ISO 8601. */
      readonly start: string;
    }
  | { readonly template: 'recorded' | 'thank-you' | 'again'; readonly matchId: string }
  | { readonly template: 'message'; readonly matchId: string; readonly messageId: string };

/** About groups without an activity in a term, which is named by its first day: to their school, or to coordinators. */
export type SubjectOfRegion =
  | {
      readonly template: 'idle-groups';
      readonly regionId: string;
      readonly schoolLocationId: string;
      readonly term: string;
    }
  | { readonly template: 'idle-schools'; readonly regionId: string; readonly term: string };

/** About the person it goes to: a way in was added or taken away, or they are not known at a school. */
export type SubjectOfPerson =
  | {
      readonly template: 'passkey-added' | 'passkey-removed' | 'passkey-reset';
      readonly personId: string;
    }
  | { readonly template: 'claim-refused'; readonly personId: string; readonly schoolLocationId: string };

/** What a notification is about. Never a name, an address or a text. */
export type Subject = SubjectOfRequest | SubjectOfMatch | SubjectOfRegion | SubjectOfPerson;

/** What makes a notification one: its event, or what it is told of once, whatever happens to that. */
export function onceOf(subject: Subject, side: Side, recipient: string, origin: string): string {
  const { template } = subject;
  switch (template) {
    case 'call':
      return `${subject.callId} call ${subject.organisationId}`;
    case 'recorded':
    case 'thank-you':
    case 'again':
      return `${subject.matchId} ${template} ${side} ${recipient}`;
    case 'check':
    case 'reminder':
    case 'option-lapses':
    case 'figures':
    case 'figures-again':
      return `${subject.matchId} ${template} ${subject.start} ${side} ${recipient}`;
    case 'message':
      return `${subject.messageId} message ${recipient}`;
    case 'idle-groups':
      return `${subject.schoolLocationId} idle-groups ${subject.term} ${recipient}`;
    case 'idle-schools':
      return `${subject.regionId} idle-schools ${subject.term} ${recipient}`;
    default:
      return `${origin} ${template} ${side} ${recipient}`;
  }
}
