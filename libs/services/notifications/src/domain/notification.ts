import { QuestionDelivered, QuestionUndeliverable, event, type Side } from '#libs/contracts';
import { joins, type Lane } from './lanes.js';
import type { Subject } from './subject.js';

/** One thing to tell one person, made once; the id is derived from `onceOf`. */
export interface Notification {
  readonly subject: Subject;
  readonly side: Side;
  /** A person's id. */
  readonly recipient: string;
  readonly lane: Lane;
  /** `leading`: others go in its mail, which is on its way. `joined`: it goes in the mail of another one, its leader. */
  readonly phase: 'waiting' | 'leading' | 'joined' | 'sent' | 'refused' | 'skipped';
  readonly leader: string | null;
  /** Of a leader whose mail is out: what became of the others, until each knows. */
  readonly toTell: Fates | null;
  /** Why it was skipped or refused, as a code. */
  readonly why: string | null;
  /** How often it waited for somebody who could not be reached. */
  readonly tries: number;
  /** Since when the mailer does not take it for now, epoch ms. */
  readonly mailerAwaySince: number | null;
  /** Epoch ms. */
  readonly madeAt: number;
  /** When it is to go, epoch ms. */
  readonly dueAt: number;
  /** Until when one process may send it and others leave it alone, epoch ms. */
  readonly claimedUntil: number | null;
  /** When it is looked at again, epoch ms; null once nothing is left to do, or while its leader does it. */
  readonly nextAt: number | null;
  /** The same for every attempt. */
  readonly messageId: string;
  readonly sentAt: string | null;
}

/** What became of one of those that went together. */
export type Fate =
  | { readonly is: 'sent' | 'refused' | 'gave-up' | 'parted' }
  | { readonly is: 'skipped'; readonly why: string };

/** By the notifications' ids. */
export type Fates = Readonly<Record<string, Fate>>;

export interface Made {
  readonly state: Notification;
  readonly events?: readonly object[];
}

const firstWait = 2_000;
const longestWait = 60_000;
/** Longer than composing and handing over a mail takes; what a killed process was sending waits so long. */
const claimedMs = 20_000;
/** Milliseconds; longer than telling the others of one mail takes. */
export const whileItIsTold = 20_000;
const longestMailerWait = 30 * 60_000;
/** How long a mailer may be away before somebody has to be told otherwise. */
const mailerPatience = 24 * 60 * 60_000;

export function notify(
  id: string,
  to: Pick<Notification, 'subject' | 'side' | 'recipient' | 'lane'>,
  { now, at }: { readonly now: number; readonly at: number },
): Made {
  return {
    state: {
      ...to,
      phase: 'waiting',
      leader: null,
      toTell: null,
      why: null,
      tries: 0,
      mailerAwaySince: null,
      claimedUntil: null,
      madeAt: now,
      dueAt: at,
      nextAt: at,
      messageId: `${id}@leerbrug`,
      sentAt: null,
    },
  };
}

export function sent(notification: Notification, now: number): Made | null {
  const at = new Date(now).toISOString();
  const asked = questionOf(notification);
  return settled(
    notification,
    { phase: 'sent', sentAt: at },
    asked ? [event(QuestionDelivered, { ...asked, at })] : [],
  );
}

/** There is nothing true left to say, or nobody to say it to. */
export function skipped(notification: Notification, why: string): Made | null {
  if (why === nobodyThere) return undeliverable(notification, 'skipped', why);
  return settled(notification, { phase: 'skipped', why });
}

/** The mailer will never take it. */
export function refused(notification: Notification): Made | null {
  return undeliverable(notification, 'refused', 'mail-refused');
}

/** There is no such person any more, or no address. */
export const nobodyThere = 'nobody-there';

/** Not before that moment. */
export function putOff(notification: Notification, until: number): Made | null {
  return notification.phase === 'waiting'
    ? { state: { ...notification, dueAt: until, nextAt: until } }
    : null;
}

/** It is due, and another one takes it along or comes before it; it is looked at again then. */
export function awaitsLeader(notification: Notification, until: number): Made | null {
  return notification.phase === 'waiting' || notification.phase === 'leading'
    ? { state: { ...notification, claimedUntil: null, nextAt: until } }
    : null;
}

/** Its turn has come, however long it was going to wait for it. */
export function called(notification: Notification, now: number): Made | null {
  return notification.phase === 'waiting' && notification.dueAt <= now && notification.nextAt !== now
    ? { state: { ...notification, nextAt: now } }
    : null;
}

/** Somebody who is needed cannot be reached: again in 2 s, then twice as long each time, at most a minute. */
export function postponed(notification: Notification, now: number): Made | null {
  if (!isOpen(notification)) return null;
  const wait = Math.min(longestWait, growing(notification));
  return {
    state: { ...notification, tries: notification.tries + 1, claimedUntil: null, nextAt: now + wait },
  };
}

/**
 * The mailer is away: again after a tenth of the time that it has been, 2 s to half an hour, so that what an outage held
 * up is late by little more than the outage.
 */
export function mailerAway(notification: Notification, now: number): Made | null {
  const away = now - (notification.mailerAwaySince ?? now);
  return notTaken(notification, now, Math.max(firstWait, Math.round(away / 10)));
}

/** The mailer is there and does not take this one for now: again with pauses that double, up to half an hour. */
export const mailDeferred = (notification: Notification, now: number): Made | null =>
  notTaken(notification, now, growing(notification));

function notTaken(notification: Notification, now: number, wait: number): Made | null {
  if (!isOpen(notification)) return null;
  return {
    state: {
      ...notification,
      mailerAwaySince: notification.mailerAwaySince ?? now,
      tries: notification.tries + 1,
      claimedUntil: null,
      nextAt: now + Math.min(longestMailerWait, wait),
    },
  };
}

/** Has the mailer been away for a day, so that nobody should count on it any more? */
export const isGivenUp = ({ mailerAwaySince }: Notification, now: number): boolean =>
  mailerAwaySince !== null && now - mailerAwaySince >= mailerPatience;

/** The mailer did not take it for a whole day. */
export function gaveUp(notification: Notification): Made | null {
  return undeliverable(notification, 'refused', 'gave-up');
}

const growing = ({ tries }: Notification) => firstWait * 2 ** Math.min(tries, 12);

/**
 * One process sends it, and for a moment nobody else does, also when it is found due there too. From now on it joins
 * nobody: in its lane others join it. Null when another is at it.
 */
export function claimed(notification: Notification, id: string, now: number): Made | null {
  const { phase, claimedUntil, lane } = notification;
  if ((phase !== 'waiting' && phase !== 'leading') || (claimedUntil ?? 0) > now) return null;
  const leading = joins(lane) ? ({ phase: 'leading', leader: id } as const) : {};
  return { state: { ...notification, ...leading, claimedUntil: now + claimedMs } };
}

/** Looks again when whoever is at it must have sent it, or have died. */
export function leftToAnother(notification: Notification): Made | null {
  return notification.phase === 'waiting' || notification.phase === 'leading'
    ? { state: { ...notification, nextAt: notification.claimedUntil } }
    : null;
}

/** It goes in the mail of `leader`, which is on its way now. */
export function joined(notification: Notification, leader: string): Made | null {
  return notification.phase === 'waiting'
    ? { state: { ...notification, phase: 'joined', leader, nextAt: null } }
    : null;
}

/** It did not fit in the one mail after all. */
export function parted(notification: Notification, now: number): Made | null {
  return notification.phase === 'joined' || notification.phase === 'leading'
    ? {
        state: {
          ...notification,
          phase: 'waiting',
          leader: null,
          claimedUntil: null,
          dueAt: now,
          nextAt: now,
        },
      }
    : null;
}

/** The question that it brings to its side, when it is one. */
function questionOf({ subject, side }: Notification) {
  if (subject.template !== 'question' && subject.template !== 'change') return null;
  const { matchId, question } = subject;
  return { matchId, question, side };
}

function undeliverable(
  notification: Notification,
  phase: 'skipped' | 'refused',
  why: QuestionUndeliverable['why'],
): Made | null {
  const asked = questionOf(notification);
  return settled(
    notification,
    { phase, why },
    asked ? [event(QuestionUndeliverable, { ...asked, why })] : [],
  );
}

function settled(
  notification: Notification,
  end: Partial<Notification>,
  events: readonly object[] = [],
): Made | null {
  return isOpen(notification)
    ? { state: { ...notification, claimedUntil: null, nextAt: null, ...end }, events }
    : null;
}

export const isOpen = ({ phase }: Notification): boolean =>
  phase === 'waiting' || phase === 'leading' || phase === 'joined';
