import type { Mail } from '#libs/ports/mailer/port';
import { startOf, type Match } from '../../libs/services/matching/src/domain/match.js';
import type { Court } from './court.js';
import { isQuiet, localOf } from './own-days.js';
import { dayMs } from './owners.js';
import { readMail, type Kind, type Said } from './read-mail.js';
import type { Somebody } from './region.js';

/** What people may get at any hour. */
const urgent: readonly Kind[] = ['question', 'change', 'option', 'confirmation', 'receipt'];
/** Urgent when the day is near. */
const urgentWhenSoon: readonly Kind[] = ['ending', 'change-dropped', 'change-withdrawn', 'rest-cancelled'];
/** What people can do without when they say so. */
const optional: readonly Kind[] = [
  'nudge',
  'option-lapses',
  'check',
  'reminder',
  'figures',
  'figures-again',
  'thank-you',
  'again',
  'idle-groups',
  'idle-schools',
];
const past = ['held', 'counted', 'evaluated'];
const months = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ');
const monthsInEnglish = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Holds each mail, the moment it is handed over, against what its owner says at that moment. */
export class JudgeMails {
  private readonly ids = new Set<string>();
  private readonly once = new Set<string>();

  constructor(private readonly court: Court) {}

  /** What it says, piece by piece. */
  handed(mail: Mail, person: Somebody): Said[] {
    const pieces = readMail(mail);
    if (pieces.length === 0) this.court.found.add('mails that nobody can read', mail.subject);
    for (const piece of pieces) this.judge(piece, person);
    return pieces;
  }

  /** Nothing is accepted twice. */
  accepted({ messageId }: Mail, pieces: readonly Said[], person: Somebody): void {
    if (this.ids.has(messageId)) this.court.found.add('duplicate mails', `message id ${messageId}`);
    this.ids.add(messageId);
    for (const piece of pieces) {
      const key = this.keyOf(piece, person);
      if (this.once.has(key)) this.court.found.add('duplicate mails', key);
      this.once.add(key);
    }
  }

  private judge({ kind, matchId, requestId, text }: Said, person: Somebody): void {
    const now = this.court.now();
    const match = matchId ? this.court.owners.matches.get(matchId)?.state : this.matchOf(kind, requestId);
    const what = `${kind} of ${matchId ?? requestId ?? 'the region'} to ${person.id} at ${new Date(now).toISOString()}`;
    if (optional.includes(kind) && !person.preferences.reminders)
      this.court.found.add('mails to people who want none', what);
    const soon = match !== undefined && startOf(match) - now <= 7 * dayMs;
    const mayDisturb = urgent.includes(kind) || (urgentWhenSoon.includes(kind) && soon);
    if (!mayDisturb && isQuiet(now))
      this.court.found.add('mails at night or on a Sunday that could wait', what);
    const wrong = match
      ? (this.untrue(kind, match, person) ?? timeIsWrong(kind, match, text, now))
      : this.untrueOfRequest(kind, requestId);
    if (wrong) this.court.found.add('contradictory mails', `${what}: ${wrong}`);
  }

  /** The school's mail of an ending leads to the request; which match it was stands in its title. */
  private matchOf(kind: Kind, requestId: string | null): Match | undefined {
    if (kind !== 'ending' || !requestId) return undefined;
    const of = [...this.court.owners.matches.values()].filter(({ state }) => state.requestId === requestId);
    return of.findLast(({ state }) => state.ended !== null)?.state;
  }

  /** Why the match does not bear out a mail of that kind to that person. */
  private untrue(kind: Kind, match: Match, person: Somebody): string | undefined {
    const side = this.court.region.sideOf(person.id);
    const { state, wanted, acceptedBy } = match;
    const isIn = (...states: string[]) => (states.includes(state) ? undefined : `it is ${state}`);
    const asksThem = state === 'asked' && !acceptedBy[side];
    const asksThemOfChange = state === 'confirmed' && wanted?.phase === 'asked' && wanted.by !== side;
    switch (kind) {
      case 'question':
        return asksThem ? undefined : `it is ${state} and asks them nothing`;
      case 'nudge':
        return asksThem || asksThemOfChange ? undefined : `it is ${state} and asks them nothing`;
      case 'change':
        return asksThemOfChange ? undefined : `it is ${state} and no change waits for them`;
      case 'option':
      case 'option-lapses':
        return isIn('option');
      case 'confirmation':
        return isIn('confirmed');
      case 'check':
      case 'reminder':
      case 'contact-changed':
      case 'handed-over':
        return isIn('confirmed') ?? (startOf(match) > this.court.now() ? undefined : 'it has begun');
      case 'change-dropped':
        return isIn('asked', 'confirmed');
      case 'change-withdrawn':
        return isIn('confirmed');
      case 'ending':
        return isIn('declined', 'cancelled', 'released', 'no-show');
      case 'recorded':
        return isIn(...past) ?? (acceptedBy[side] ? 'they said that it is right' : undefined);
      case 'figures':
      case 'figures-again': {
        const figures = side === 'school' ? match.count : match.hours;
        return isIn(...past) ?? (figures && match.evaluation?.[side] ? 'they have told all' : undefined);
      }
      case 'rest-cancelled':
      case 'thank-you':
      case 'again':
        return isIn(...past, 'closed');
      default:
        return undefined;
    }
  }

  private untrueOfRequest(kind: Kind, requestId: string | null): string | undefined {
    const state = requestId ? this.court.owners.requests.get(requestId)?.state.state : undefined;
    if (kind === 'unmet')
      return state === 'open' || state === 'met' || state === 'withdrawn'
        ? `the request is ${state}`
        : undefined;
    if (kind === 'withdrawn') return state === 'withdrawn' ? undefined : `the request is ${state}`;
    if (kind === 'receipt')
      return state === 'withdrawn' || state === 'expired' ? `the request is ${state}` : undefined;
    return undefined;
  }

  /** What may be said again: of a request that is given up again, of another of its matches, in another term. */
  private timesOf(kind: Kind, requestId: string | null): unknown {
    if (!requestId) return localOf(this.court.now()).day.slice(0, 7);
    if (kind === 'unmet') return this.court.owners.requests.get(requestId)?.state.answerBy;
    if (kind !== 'ending') return '';
    return [...this.court.owners.matches.values()].filter(
      ({ state }) => state.requestId === requestId && state.ended,
    ).length;
  }

  /** The same thing about the same state of the same match, to the same person. */
  private keyOf({ kind, matchId, requestId, text }: Said, { id }: Somebody): string {
    const match = matchId ? this.court.owners.matches.get(matchId)?.state : undefined;
    if (!match) return [kind, requestId ?? text, this.timesOf(kind, requestId), id].join(' | ');
    const { wanted, question, calendarSequence, history } = match;
    const contacts = history.filter(({ what }) => what === 'contact-changed').length;
    const about = {
      question: `${question} ${contacts}`,
      nudge: wanted?.question ?? question,
      change: wanted?.question,
      confirmation: `${calendarSequence} ${contacts}`,
      'contact-changed': contacts,
      'handed-over': contacts,
      'change-withdrawn': history.filter(({ what }) => what === 'change-dropped').length,
      'change-dropped': history.filter(({ what }) => what === 'change-dropped').length,
    };
    return [kind, matchId, startOf(match), (about as Partial<Record<Kind, unknown>>)[kind], id].join(' | ');
  }
}

const withTime: readonly Kind[] = [
  'question',
  'nudge',
  'option',
  'option-lapses',
  'confirmation',
  'check',
  'reminder',
  'figures',
  'figures-again',
  'change',
  'ending',
  'contact-changed',
  'handed-over',
];

/** Does it name another day or hour than the match has now? What only adds to a piece above it names none. */
function timeIsWrong(kind: Kind, match: Match, text: string, now: number): string | undefined {
  const isHead = !text.startsWith('\n');
  if (!isHead || !withTime.includes(kind)) return undefined;
  const change = match.state === 'confirmed' && (kind === 'change' || kind === 'nudge') ? match.wanted : null;
  if (change && change.what !== 'time') return undefined;
  const { day, minute } = localOf(change ? startOf(change) : startOf(match));
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const otherYear = localOf(now).day.startsWith(String(year)) ? '' : ` ${year}`;
  const [hours, minutes] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
  const said = [
    `${date} ${months[month - 1]}${otherYear}, ${hours}.${minutes}–`,
    `${date} ${monthsInEnglish[month - 1]}${otherYear}, ${hours}:${minutes}–`,
  ];
  return said.some((words) => text.includes(words)) ? undefined : `it does not say ${said[0]}`;
}
