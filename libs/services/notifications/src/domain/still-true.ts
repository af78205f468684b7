import { isUnserved, type MatchState, type Origin, type RequestState, type Side } from '#libs/contracts';
import type { Notification } from './notification.js';
import type { Subject, SubjectOfMatch, SubjectOfRequest } from './subject.js';

/** What decides whether a mail about a match is still true. */
export interface MatchTruth {
  readonly state: MatchState;
  readonly origin: Origin;
  readonly question: number;
  readonly acceptedBy: Readonly<Partial<Record<Side, unknown>>>;
  readonly change: {
    readonly question: number;
    readonly phase: 'holding' | 'asked';
    readonly by: Side;
  } | null;
  readonly contacts: { readonly school: readonly string[]; readonly partner?: string };
  readonly sessions: readonly { readonly start: string }[];
  readonly count: unknown;
  readonly hours: unknown;
  readonly evaluation: Readonly<Partial<Record<Side, { readonly again: 'yes' | 'maybe' | 'no' }>>> | null;
}

const afterwards: readonly MatchState[] = ['held', 'counted', 'evaluated'];

/**
 * Why nothing is to be said of the match any more at `now`, epoch ms; null while it is true. A newer event brings its own
 * mail.
 */
export function outdated(subject: SubjectOfMatch, side: Side, match: MatchTruth, now: number): string | null {
  if (isOfAnotherContact(subject, side, match)) return otherContact;
  const ended = `match-${match.state}`;
  const isIn = (...states: readonly MatchState[]) => states.includes(match.state);
  switch (subject.template) {
    case 'question':
      if (!isIn('asked')) return ended;
      if (match.question !== subject.question) return 'newer-question';
      return match.acceptedBy[side] === undefined ? null : 'answered';
    case 'nudge':
      return isStillAsked(match, side, subject.question) ? null : 'answered';
    case 'option':
    case 'option-lapses':
      return isIn('option') ? null : ended;
    case 'check':
    case 'reminder': {
      if (!isIn('confirmed')) return ended;
      const start = Date.parse(subject.start);
      // Each day of several has its reminder.
      const stands = startOf(match) === start || (subject.template === 'reminder' && beginsAt(match, start));
      if (!stands) return 'moved';
      return start > now ? null : 'too-late';
    }
    case 'confirmation':
      if (!isIn('confirmed')) return ended;
      return match.question === subject.question ? null : 'newer-question';
    case 'change':
      if (!isIn('confirmed')) return ended;
      return match.change?.phase === 'asked' && match.change.question === subject.question
        ? null
        : 'answered';
    case 'contact-changed':
    case 'handed-over':
      if (!isIn('confirmed')) return ended;
      return startOf(match) > now ? null : 'too-late';
    case 'change-dropped':
      return isIn('asked', 'confirmed') ? null : ended;
    case 'change-withdrawn':
      return isIn('confirmed') ? null : ended;
    case 'ending':
      return isIn(subject.ending) ? null : ended;
    case 'recorded':
      if (!isIn(...afterwards)) return ended;
      // Figures say that it is right.
      return match.acceptedBy[side] === undefined && figuresOf(side, match) === null ? null : 'answered';
    case 'figures':
    case 'figures-again':
      if (!isIn(...afterwards)) return ended;
      return figuresOf(side, match) === null || match.evaluation?.[side] === undefined ? null : 'answered';
    case 'rest-cancelled':
    case 'thank-you':
      return isIn(...afterwards, 'closed') ? null : ended;
    case 'again':
      if (!isIn(...afterwards, 'closed')) return ended;
      // Neither who would rather not is asked, nor who would have to ask them.
      return Object.values(match.evaluation ?? {}).some(({ again }) => again === 'no') ? 'not-again' : null;
    case 'message':
      return null;
  }
}

/** Does the match, or a change of it, wait for that side's answer to that question? */
export function isStillAsked(match: MatchTruth, side: Side, question: number): boolean {
  const { state, change, acceptedBy } = match;
  if (state === 'asked') return match.question === question && acceptedBy[side] === undefined;
  return (
    state === 'confirmed' && change?.phase === 'asked' && change.question === question && change.by !== side
  );
}

const withContact: readonly Subject['template'][] = [
  'question',
  'confirmation',
  'change',
  'nudge',
  'check',
  'reminder',
  'contact-changed',
];

/** Whoever takes over while it waits has got the same, or more, by then: who handed over needs it no more. */
export const goesWithContact = ({ template }: SubjectOfMatch): boolean => withContact.includes(template);

/** Somebody else receives the guest, or comes, than whom it is about. */
export const otherContact = 'other-contact';

/** Who handed it over is the contact again. */
export const tookBack = 'took-back';

function isOfAnotherContact(subject: SubjectOfMatch, side: Side, { contacts }: MatchTruth): boolean {
  if (!('contactId' in subject)) return false;
  const ofSchool = (side === 'school') !== (subject.template === 'contact-changed');
  return subject.contactId !== (ofSchool ? contacts.school.at(-1) : contacts.partner);
}

const startOf = ({ sessions }: MatchTruth) => Math.min(...sessions.map(({ start }) => Date.parse(start)));

const beginsAt = ({ sessions }: MatchTruth, moment: number): boolean =>
  sessions.some(({ start }) => Date.parse(start) === moment);

const figuresOf = (side: Side, { count, hours }: MatchTruth) => (side === 'school' ? count : hours);

/** What a request can be once its answer date has passed without an answer for all of it. */
const toldNotYet: readonly RequestState[] = ['unmet', 'expired', 'partly-met', 'needs-info'];

/** As `outdated`, of a request; `now` in epoch ms. */
export function requestOutdated(subject: SubjectOfRequest, state: RequestState, now: number): string | null {
  switch (subject.template) {
    case 'receipt':
      return state === 'withdrawn' || state === 'expired' ? `request-${state}` : null;
    case 'unmet':
      return toldNotYet.includes(state) ? null : `request-${state}`;
    case 'needs-info':
      return state === 'needs-info' ? null : 'answered';
    case 'withdrawn':
      return state === 'withdrawn' ? null : `request-${state}`;
    case 'call':
      if (!isUnserved(state)) return `request-${state}`;
      return Date.parse(subject.answerBy) > now ? null : 'too-late';
    case 'call-failed':
      return null;
  }
}

const firstMails: readonly Subject['template'][] = ['question', 'option', 'recorded'];

/**
 * Does this person know of the match that ended? Who was never asked need not hear of it; whoever was mailed the question
 * or whose side said yes before the mail left does. `unsettled` while a question is still on its way.
 */
export function knowsOfIt(
  { wasConfirmed }: Pick<Extract<Subject, { template: 'ending' }>, 'wasConfirmed'>,
  earlier: readonly Notification[],
  recipient: string,
): 'yes' | 'no' | 'unsettled' {
  const questions = earlier.filter(
    (one) => one.recipient === recipient && firstMails.includes(one.subject.template),
  );
  if (wasConfirmed || questions.some(({ phase, why }) => phase === 'sent' || why === 'answered'))
    return 'yes';
  return questions.some(({ phase }) => phase === 'waiting') ? 'unsettled' : 'no';
}

/** Was this person asked for the change that was taken back? Whoever was not need not hear of it. */
export const knowsOfChange = (
  { question }: Extract<Subject, { template: 'change-withdrawn' }>,
  earlier: readonly Notification[],
  recipient: string,
): boolean =>
  earlier.some(
    (one) =>
      one.recipient === recipient &&
      one.phase === 'sent' &&
      (one.subject.template === 'change' || one.subject.template === 'nudge') &&
      one.subject.question === question,
  );
