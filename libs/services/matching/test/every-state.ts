import type { Side } from '#libs/contracts';
import { isPublicHoliday } from '#libs/facts';
import { count, held, noShow, whenDue as due } from '../src/domain/afterwards.js';
import { questionDelivered, questionUndeliverable } from '../src/domain/await-answer.js';
import { countHands, evaluate } from '../src/domain/evaluation.js';
import type { By } from '../src/domain/life.js';
import type { Answerer } from '../src/domain/answerer.js';
import { accept, cancel, counter, decline } from '../src/domain/answers.js';
import { changeContact } from '../src/domain/contact.js';
import { changeNumbers, changeSecured, counterElsewhere, move } from '../src/domain/changes.js';
import { make, refuseFor, secured } from '../src/domain/life.js';
import { whenRequestWithdrawn } from '../src/domain/look-again.js';
import type { Made, Match } from '../src/domain/match.js';
import { aMatch, by, wanted } from './a-match.js';

const day = 24 * 60 * 60_000;
/** The evening after the activity. */
export const afterwards = Date.parse('2027-01-12T20:00:00+01:00');
const longAfter = afterwards + 40 * day;

export const at = (hour: string) => ({ start: `2027-01-12T${hour}:00+01:00` });
export const as = (side: Side, changes: Partial<Answerer> = {}): Answerer => ({ ...by(), side, ...changes });
export const made = (decided: Made | null): Match => {
  if (!decided) throw new Error('nothing was decided');
  return decided.state;
};

export const calendars = { school: isPublicHoliday, partner: isPublicHoliday };
const pace = { nudge: 3, attention: 5, release: 7 };
export const whenDue = (match: Match, when: By) => due(match, when, calendars);
const numberOf = ({ question, wanted }: Match) => (wanted?.phase === 'asked' ? wanted.question : question);
/** The question that this side is asked now, or would be, reaches it. */
export const delivered = (match: Match, side: Side, when: By = by()) =>
  questionDelivered(match, { question: numberOf(match), side, at: when.now }, { pace, calendars }, when);
/** Looks at its clock whenever it asks for it, until then. */
export const untilThen = (match: Match, until: number): Match => {
  let state = match;
  for (let at = state.nextAt; at !== null && at <= until; at = state.nextAt) {
    const next = whenDue(state, by({ now: at }));
    if (!next) break;
    state = next.state;
  }
  return state;
};

const otherSlot = {
  start: '2027-01-19T09:00:00+01:00',
  end: '2027-01-19T10:30:00+01:00',
};
const slotId = 'an-offer.2027-01-19T08:00:00Z';
export const elsewhere = (match: Match) => ({
  sessions: match.sessions.map((session) => ({ ...session, ...otherSlot, slotId })),
  needs: [{ slotId, offerId: 'an-offer', groups: 1 }],
  allowed: [{ slotId, ...otherSlot }],
});

const holding = aMatch();
const asked = made(secured(holding, 1, by()));
const reached = made(delivered(asked, 'school'));
const silent = untilThen(reached, Date.parse('2026-11-30T09:00:00+01:00'));
const saidYes = (side: Side) => made(accept(asked, at('09:00'), as(side)));
const confirmed = made(accept(saidYes('partner'), {}, as('school')));
const option = made(secured(aMatch({ promise: 'firm', optionWorkingDays: 5, origin: 'booked' }), 1, by()));
const wantsElsewhere = made(counterElsewhere(asked, elsewhere(asked), 'Beter.', as('partner')));
const moving = made(move(confirmed, elsewhere(confirmed), 'Op beurs.', as('partner')));
const over = made(whenDue(confirmed, by({ now: afterwards })));
const figures = { count: { pupils: 24, adults: 2, groups: 1 } };
const hours = { hours: { people: 1, preparation: 1, delivery: 1.5, travel: 1 } };
const late = { now: afterwards };

const counted = made(count(over, figures, as('school', late)));
const opinion = { fit: 4, again: 'yes' as const };
const tally = { present: 24, fun: 20, learned: 18, wantMore: 15 };

const past = { start: '2026-11-10T09:00:00+01:00', end: '2026-11-10T10:30:00+01:00' };
const recorded = make(
  wanted({
    origin: 'arranged',
    requestId: undefined as never,
    exact: true,
    standing: ['school'],
    sessions: [{ id: 'a-session', ...past, groups: [{ groupId: 'a-group', pupils: 26 }] }],
    needs: [],
  }),
  by(),
).state;

/** A match in every state it can be in, with what may wait in it. */
export const states: Readonly<Record<string, Match>> = {
  holding,
  refused: made(refuseFor(holding, 1, 'slot-full', by())),
  option,
  asked,
  'asked, delivered': reached,
  'asked, no answer': silent,
  'asked, yes of school': saidYes('school'),
  'asked, yes of partner': saidYes('partner'),
  'asked, other slot being held': wantsElsewhere,
  confirmed,
  'confirmed, move being held': moving,
  'confirmed, move waits': made(changeSecured(moving, 2, by())),
  held: over,
  'held, hours in': made(count(over, hours, as('partner', late))),
  'held, recorded by school': recorded,
  counted,
  'counted, recorded by school': made(count(recorded, figures, as('school'))),
  evaluated: made(evaluate(counted, opinion, as('school', late))),
  closed: made(whenDue(over, by({ now: longAfter }))),
  declined: made(decline(asked, { reason: 'no' }, as('partner'))),
  cancelled: made(cancel(asked, { reason: 'no' }, 'school', by())),
  released: made(whenDue(silent, by({ now: Date.parse('2026-12-02T23:59:00+01:00') }))),
  'no-show': made(noShow(over, { reason: 'Niemand.' }, 'school', by({ now: afterwards }))),
};

/** Everything a side can say. Those that come after the activity are said then. */
export const commands: Readonly<Record<string, (match: Match, side: Side) => Made | null>> = {
  accept: (match, side) => accept(match, {}, as(side)),
  'accept 9:00': (match, side) => accept(match, at('09:00'), as(side)),
  'accept 10:00': (match, side) => accept(match, at('10:00'), as(side)),
  'counter 9:00': (match, side) => counter(match, at('09:00'), as(side)),
  'counter 10:00': (match, side) => counter(match, at('10:00'), as(side)),
  'counter elsewhere': (match, side) => counterElsewhere(match, elsewhere(match), 'Beter.', as(side)),
  decline: (match, side) => decline(match, { reason: 'no' }, as(side)),
  cancel: (match, side) => cancel(match, { reason: 'no' }, side, by()),
  move: (match, side) => move(match, elsewhere(match), 'Op beurs.', as(side)),
  pupils: (match, side) => changeNumbers(match, [{ groupId: 'a-group', pupils: 28 }], 'Erbij.', as(side)),
  contact: (match, side) => changeContact(match, 'somebody-else', as(side)),
  'held, before': (match, side) => held(match, as(side)),
  'held, after': (match, side) => held(match, as(side, late)),
  'no-show, before': (match, side) => noShow(match, { reason: 'no' }, side, by()),
  'no-show, after': (match, side) => noShow(match, { reason: 'no' }, side, by(late)),
  'count, after': (match, side) => count(match, side === 'school' ? figures : hours, as(side, late)),
  'evaluation, before': (match, side) => evaluate(match, opinion, as(side)),
  'evaluation, after': (match, side) => evaluate(match, opinion, as(side, late)),
  'evaluation, long after': (match, side) => evaluate(match, opinion, as(side, { now: longAfter })),
  'tally, before': (match, side) => countHands(match, tally, as(side)),
  'tally, after': (match, side) => countHands(match, tally, as(side, late)),
  'tally, long after': (match, side) => countHands(match, tally, as(side, { now: longAfter })),
  'count, long after': (match, side) =>
    count(match, side === 'school' ? figures : hours, as(side, { now: longAfter })),
};

/** What happens without anybody saying it. */
export const events: Readonly<Record<string, (match: Match) => Made | null>> = {
  'its clock, now': (match) => whenDue(match, by()),
  'its clock, after': (match) => whenDue(match, by(late)),
  'place held': (match) => secured(match, 1, by()),
  'place refused': (match) => refuseFor(match, 1, 'slot-full', by()),
  'new place held': (match) => changeSecured(match, 2, by()),
  'question-delivered': (match) => delivered(match, 'school'),
  'question-undeliverable': (match) =>
    questionUndeliverable(match, { question: numberOf(match), side: 'school', why: 'mail-refused' }, by()),
  'request withdrawn': (match) => whenRequestWithdrawn(match, by()),
};

/** The state after it and whether a change waits (`+`), `-` when nothing changes, or in italics the code (`matches.…`) it is refused with. */
export function outcome(decide: () => Made | null): string {
  try {
    const decided = decide();
    return decided
      ? decided.state.state + (decided.state.wanted ? ` +${decided.state.wanted.phase}` : '')
      : '-';
  } catch (refusal) {
    return `*${(refusal as { code: string }).code.replace('matches.', '')}*`;
  }
}
