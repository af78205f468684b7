import type { MailRhythm, MatchState, Origin } from '#libs/contracts';
import { instantOf, localDateOf } from '#libs/facts';
import type { Subject } from './subject.js';
import { afterTheQuiet, quietMoment } from './when-to-send.js';

/**
 * How a notification travels. `now`: at once, at any hour. `awake`: at once, but not at night or on a Sunday. `quiet`: on
 * the next working morning or with the person's digest, with others in one mail. `questions`: with the other questions
 * that were approved for this person, once each can no longer be undone.
 */
export type Lane = 'now' | 'awake' | 'quiet' | 'questions';

/** What decides how a notification about a match travels. */
export interface LaneFacts {
  readonly origin: Origin;
  readonly state: MatchState;
  /** The start of the activity, epoch ms. */
  readonly start: number;
}

/** Those that go in one mail with others of the same lane. */
export const joins = (lane: Lane): boolean => lane === 'quiet' || lane === 'questions';

const soonMs = 7 * 86_400_000;

export function laneOf(subject: Subject, match: LaneFacts | null, now: number): Lane {
  const soon = match !== null && match.start - now <= soonMs;
  switch (subject.template) {
    case 'passkey-added':
    case 'passkey-removed':
    case 'passkey-reset':
    case 'receipt':
    case 'confirmation':
    case 'option':
      return 'now';
    case 'question':
      return subject.question === 1 && match?.origin === 'proposed' ? 'questions' : 'now';
    case 'change':
      return 'now';
    case 'ending':
    case 'rest-cancelled':
    case 'change-dropped':
    case 'change-withdrawn':
    case 'message':
      return soon ? 'now' : 'awake';
    case 'contact-changed':
      // Whom to look out for is not left to a digest when the day is near.
      return soon ? 'awake' : 'quiet';
    case 'unmet':
    case 'needs-info':
    case 'withdrawn':
    case 'claim-refused':
    case 'call':
    case 'call-failed':
    case 'recorded':
    case 'handed-over':
      return 'awake';
    case 'nudge':
    case 'option-lapses':
    case 'check':
    case 'reminder':
    case 'figures':
    case 'figures-again':
    case 'thank-you':
    case 'again':
    case 'idle-groups':
    case 'idle-schools':
      return 'quiet';
  }
}

/**
 * When it goes, epoch ms. `wanted` is when it fell due, `undoMs` how long an approval can be undone. A reminder goes on
 * its own day, whatever the person's rhythm; a nudge or a check in good time.
 */
export function momentOf(
  { template }: Subject,
  lane: Lane,
  { now, wanted, rhythm, undoMs }: { now: number; wanted: number; rhythm: MailRhythm; undoMs: number },
): number {
  switch (lane) {
    case 'now':
      return now;
    case 'awake':
      return afterTheQuiet(now);
    case 'questions':
      return wanted + undoMs;
    case 'quiet':
      return inGoodTime(template, { now, wanted, rhythm });
  }
}

/** Handled later than this after it should have gone, it goes at the next moment that people expect mail. */
const lateMs = 60 * 60_000;

/** Handled later than this, it is one of many that fell due together … */
const behindMs = 1_000;
/** … and what else there is for the same person comes within this: one mail, not one after the other. */
const gatherMs = 20_000;

/** Does one that goes at `dueAt` go along with another that goes now? What is still being gathered does. */
export const goesAlong = (lane: Lane, dueAt: number, now: number): boolean =>
  dueAt <= (lane === 'quiet' ? now + gatherMs : now);

function inGoodTime(
  template: Subject['template'],
  { now, wanted, rhythm }: { now: number; wanted: number; rhythm: MailRhythm },
): number {
  const latest = latestOf(template, wanted);
  const moment = quietMoment(wanted, rhythm, latest);
  if (now - moment > lateMs) return quietMoment(now, rhythm, latest);
  return now - moment > behindMs ? now + gatherMs : moment;
}

function latestOf(template: Subject['template'], wanted: number): number {
  const endOfDay = instantOf(localDateOf(wanted), 21 * 60) - 1;
  if (template === 'reminder' || template === 'option-lapses' || template === 'check') return endOfDay;
  // By the next day: whoever is nudged has days left, not a week.
  return template === 'nudge' ? endOfDay + 3 * 86_400_000 : Infinity;
}

const pressing: readonly Subject['template'][] = [
  'question',
  'nudge',
  'option-lapses',
  'reminder',
  'check',
  'figures',
  'figures-again',
];

/** Of several in one mail, the lower comes first. */
export function rankOf({ template }: Subject): number {
  const rank = pressing.indexOf(template);
  return rank < 0 ? pressing.length : rank;
}
