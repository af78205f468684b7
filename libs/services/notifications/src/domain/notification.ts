import type { Ending, MatchEnded } from '#libs/contracts';

export type Side = 'school' | 'partner';

/** What a notification is about: ids and what cannot be read any more later. Never a name, an address or a text. */
export type Subject =
  | {
      readonly template: 'receipt';
      readonly requestId: string;
      readonly fitting: number;
      readonly obstacles: readonly string[];
    }
  | { readonly template: 'question' | 'confirmation'; readonly matchId: string; readonly question: number }
  | {
      readonly template: 'ending';
      readonly matchId: string;
      readonly ending: Ending;
      readonly by: MatchEnded['by'];
      readonly wasConfirmed: boolean;
    };

/** One mail to one person, made once; the id is derived from event, recipient, side and template. */
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
