import type { MatchSnapshot } from '#libs/contracts';
import { aNeed, aSession, aSnapshot, slotId } from '../../test/a-match.js';
import { whatToTake, type TakeFacts } from './what-to-take.js';

const anOffer = (changes: object = {}) => ({ givenBy: ['jan'], maxPerMonth: 4, closedOn: [], ...changes });
const facts = (changes: Partial<TakeFacts> = {}): TakeFacts => ({
  offers: new Map([['an-offer', anOffer()]]),
  organisation: { maxPerMonth: 8, maxPerSchoolYear: 40, maxPerPersonPerMonth: 2, closed: [] },
  bookingsPerSchoolYear: 5,
  heldAlready: new Set(),
  ...changes,
});
const taken = (match: Partial<MatchSnapshot> = {}, known = facts(), needs = [aNeed('an-offer')]) => {
  const snapshot = aSnapshot(match);
  return whatToTake(snapshot, { question: 1, sessions: snapshot.sessions, needs }, known);
};
const lesson = (id: string, from: string, to: string, groupId: string) =>
  aSession({
    id,
    start: `2027-01-12T${from}:00+01:00`,
    end: `2027-01-12T${to}:00+01:00`,
    groups: [{ groupId, pupils: 20 }],
  });

describe('what a question takes', () => {
  it('is places, the demand, the days of its people and groups, and one of each ceiling', () => {
    const span = {
      session: 'a-session',
      start: Date.parse('2027-01-12T07:30:00Z'),
      end: Date.parse('2027-01-12T11:00:00Z'),
    };

    expect(taken()).toEqual({
      question: 1,
      obstacle: null,
      slots: [aNeed('an-offer')],
      demand: ['a-request|group-7'],
      days: [
        { id: 'person:jan|2027-01-12', ...span, where: 'school:a-school' },
        { id: 'group:group-7|2027-01-12', ...span, where: 'school:a-school' },
      ],
      ceilings: [
        { id: 'offer:an-offer|2027-01', max: 4 },
        { id: 'organisation:factory|2027-01', max: 8 },
        { id: 'organisation:factory|2026-2027', max: 40 },
        { id: 'person:jan|2027-01', max: 2 },
      ],
    });
  });

  it('counts one activity once, however many lessons it has', () => {
    const sessions = [lesson('one', '09:00', '10:00', 'group-7'), lesson('two', '10:15', '11:15', 'group-8')];
    const { days, ceilings, demand } = taken({ sessions });

    expect(ceilings).toHaveLength(4);
    expect(demand).toEqual(['a-request|group-7', 'a-request|group-8']);
    expect(days.map(({ id, session }) => `${session} ${id}`)).toEqual([
      'one person:jan|2027-01-12',
      'one group:group-7|2027-01-12',
      'two person:jan|2027-01-12',
      'two group:group-8|2027-01-12',
    ]);
  });

  it('is no demand when nobody asked', () => {
    const { requestId: _none, ...booked } = aSnapshot({ origin: 'booked' });
    const { demand, ceilings } = whatToTake(
      booked,
      { question: 1, sessions: booked.sessions, needs: [] },
      facts(),
    );

    expect(demand).toEqual([]);
    expect(ceilings.at(-1)).toEqual({ id: 'school:a-school|ijssel|2026-2027', max: 5 });
  });

  it('is the days of the groups alone when what was arranged is no offer', () => {
    const { offerId: _none, requestId: _nobody, ...arranged } = aSnapshot({ origin: 'arranged' });
    const { slotId: _slot, ...session } = aSession();
    const { days, ceilings, slots } = whatToTake(
      arranged,
      { question: 1, sessions: [session], needs: [] },
      facts(),
    );

    expect(slots).toEqual([]);
    expect(days.map(({ id }) => id)).toEqual(['group:group-7|2027-01-12']);
    expect(ceilings.map(({ id }) => id)).toEqual([
      'organisation:factory|2027-01',
      'organisation:factory|2026-2027',
    ]);
  });

  it.each<[string, Partial<MatchSnapshot>, string]>([
    ['at the school', {}, 'school:a-school'],
    ['at the partner', { place: 'at-partner' }, `slot:${slotId('an-offer')}`],
    ['online', { place: 'online' }, `slot:${slotId('an-offer')}`],
  ])('lets a person be shared only in a guided slot: %s', (_where, match, where) => {
    expect(taken(match).days.map((day) => [day.id.split(':')[0], day.where])).toEqual([
      ['person', where],
      ['group', 'school:a-school'],
    ]);
  });

  it('takes every day of what lasts longer, by the clock on the wall', () => {
    const sessions = [aSession({ start: '2027-01-12T09:00:00+01:00', end: '2027-01-14T00:00:00+01:00' })];

    expect(taken({ sessions }).days.map(({ id }) => id)).toEqual([
      'person:jan|2027-01-12',
      'group:group-7|2027-01-12',
      'person:jan|2027-01-13',
      'group:group-7|2027-01-13',
    ]);
  });

  it('counts in the month in which the first lesson is, whichever is named first', () => {
    const later = aSession({
      id: 'later',
      start: '2027-02-02T09:00:00+01:00',
      end: '2027-02-02T10:00:00+01:00',
    });
    const { ceilings } = taken({ sessions: [later, aSession()] });

    expect(ceilings[0]?.id).toBe('offer:an-offer|2027-01');
  });

  it('limits nobody of an organisation that it does not know', () => {
    expect(taken({}, facts({ organisation: undefined })).ceilings.at(-1)).toEqual({
      id: 'person:jan|2027-01',
      max: null,
    });
  });

  it('limits nothing that it does not know', () => {
    const unknown = facts({ offers: new Map(), organisation: undefined, bookingsPerSchoolYear: undefined });

    expect(taken({ origin: 'booked' }, unknown).ceilings.map(({ max }) => max)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  const closed = (from: string, to: string) => facts({ organisation: { closed: [{ from, to }] } });
  const paused = (pausedUntil: string) => facts({ organisation: { closed: [], pausedUntil } });
  const shut = { obstacle: 'slot-closed', at: slotId('an-offer') };
  it.each<[string, TakeFacts, object | null]>([
    ['the partner is closed that day', closed('2027-01-12', '2027-01-12'), shut],
    ['the partner is closed until the day before', closed('2027-01-01', '2027-01-11'), null],
    ['the partner is closed from the day after', closed('2027-01-13', '2027-01-20'), null],
    ['the partner takes nothing new before a later day', paused('2027-01-13'), shut],
    ['the partner takes new things from that day', paused('2027-01-12'), null],
    [
      'the offer is closed that day',
      facts({ offers: new Map([['an-offer', anOffer({ closedOn: ['2027-01-12'] })]]) }),
      shut,
    ],
    [
      'the match has the slot already',
      { ...closed('2027-01-12', '2027-01-12'), heldAlready: new Set([slotId('an-offer')]) },
      null,
    ],
  ])('knows what cannot be had: %s', (_what, known, obstacle) => {
    expect(taken({}, known).obstacle).toEqual(obstacle);
  });
});
