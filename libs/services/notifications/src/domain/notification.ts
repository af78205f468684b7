import type { ChangeDropped, Ending, MatchEnded, Side } from '#libs/contracts';

/** About a request: ids and what cannot be read any more later. */
export type SubjectOfRequest =
  | {
      readonly template: 'receipt';
      readonly requestId: string;
      readonly fitting: number;
      readonly obstacles: readonly string[];
    }
  | { readonly template: 'unmet'; readonly requestId: string }
  | {
      readonly template: 'call';
      readonly callId: string;
      readonly requestId: string;
      readonly organisationId: string;
      readonly answerBy: string;
    };

/** About a match. `recorded` asks whether what lies behind is right, `figures` how many came or how long it took. */
export type SubjectOfMatch =
  | {
      readonly template: 'question' | 'option' | 'confirmation' | 'change';
      readonly matchId: string;
      readonly question: number;
    }
  | {
      readonly template: 'change-dropped';
      readonly matchId: string;
      readonly by: ChangeDropped['by'];
      /** When it was dropped, ISO 8601. */
      readonly at: string;
    }
  | {
      readonly template: 'ending';
      readonly matchId: string;
      readonly ending: Ending;
      readonly by: MatchEnded['by'];
      readonly wasConfirmed: boolean;
    }
  | { readonly template: 'recorded' | 'figures'; readonly matchId: string };

/** What a notification is about. Never a name, an address or a text. */
export type Subject = SubjectOfRequest | SubjectOfMatch;

/** What makes a notification one: its event, or what it is told of once, whatever happens to that. */
export function onceOf(subject: Subject, side: Side, recipient: string, origin: string): string {
  switch (subject.template) {
    case 'call':
      return `${subject.callId} call ${subject.organisationId}`;
    case 'recorded':
    case 'figures':
      return `${subject.matchId} ${subject.template} ${side} ${recipient}`;
    default:
      return `${origin} ${subject.template} ${side} ${recipient}`;
  }
}

/** One mail to one person, made once; the id is derived from `onceOf`. */
export interface Notification {
  readonly subject: Subject;
  readonly side: Side;
  /** A person's id. */
  readonly recipient: string;
  readonly phase: 'waiting' | 'sent' | 'refused' | 'skipped';
  /** Why it was skipped or refused, as a code. */
  readonly why: string | null;
  /** How often it waited for somebody who could not be reached. */
  readonly tries: number;
  /** Epoch ms; null once nothing is left to do. */
  readonly nextAt: number | null;
  /** The same for every attempt. */
  readonly messageId: string;
  readonly sentAt: string | null;
}

interface Made {
  readonly state: Notification;
}

const firstWait = 2_000;
const longestWait = 60_000;

export function notify(
  id: string,
  to: Pick<Notification, 'subject' | 'side' | 'recipient'>,
  now: number,
): Made {
  const messageId = `${id}@leerbrug`;
  return {
    state: { ...to, phase: 'waiting', why: null, tries: 0, nextAt: now, messageId, sentAt: null },
  };
}

export function sent(notification: Notification, now: number): Made | null {
  return settled(notification, { phase: 'sent', sentAt: new Date(now).toISOString() });
}

/** There is nothing true left to say, or nobody to say it to. */
export function skipped(notification: Notification, why: string): Made | null {
  return settled(notification, { phase: 'skipped', why });
}

/** The mailer will never take it. */
export function refused(notification: Notification): Made | null {
  return settled(notification, { phase: 'refused', why: 'mail-refused' });
}

/** Somebody who is needed cannot be reached: again in 2 s, then twice as long each time, at most a minute. */
export function postponed(notification: Notification, now: number): Made | null {
  if (notification.phase !== 'waiting') return null;
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(notification.tries, 10));
  return { state: { ...notification, tries: notification.tries + 1, nextAt: now + wait } };
}

function settled(notification: Notification, end: Partial<Notification>): Made | null {
  return notification.phase === 'waiting' ? { state: { ...notification, nextAt: null, ...end } } : null;
}
