import { slotsOfOffer } from '#libs/facts';
import { OfferChanged, OfferPublished, OfferWithdrawn, type PostOfferBody } from '#libs/contracts';
import {
  addOffer,
  addSlots,
  blockSlot,
  changeOffer,
  ownersOf,
  publishOffer,
  removeSlot,
  snapshotOf,
  withdrawOffer,
  type Offer,
} from './offer.js';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const slot = (date: string, from = '08:30', to = '12:00') => ({
  start: `${date}T${from}:00+01:00`,
  end: `${date}T${to}:00+01:00`,
});
const tuesday = slot('2027-01-12');
const idOf = (date: string) => `an-offer.${date}T07:30:00Z`;

const body = (changes: Partial<PostOfferBody> = {}): PostOfferBody => ({
  organisationId: 'factory',
  kind: 'guest-lesson',
  title: 'Een robotarm in de klas',
  themes: ['hi-tech-science/robotics'],
  audience: [{ sector: 'po', grades: ['7', '8'] }],
  promise: 'by-appointment',
  durationMinutes: 90,
  place: 'at-school',
  slots: [tuesday],
  ...changes,
});
const facts = { id: 'an-offer', contactId: 'jan', regionIds: ['ijssel'], madeBy: 'jan', now };
const added = (changes: Partial<PostOfferBody> = {}): Offer => addOffer(body(changes), facts).state;
const published = (changes: Partial<PostOfferBody> = {}): Offer =>
  publishOffer('an-offer', added(changes), now).state;
const pattern = {
  from: '2027-01-11',
  to: '2027-01-22',
  weekdays: ['thu' as const],
  parts: ['morning' as const],
};

const refusedWith = (code: string, path?: string) =>
  expect.objectContaining({
    code,
    ...(path ? { explained: expect.objectContaining({ errors: [expect.objectContaining({ path })] }) } : {}),
  }) as Error;

describe('an offer', () => {
  it.each<[string, Partial<PostOfferBody>, string, string]>([
    ['an unknown theme', { themes: ['magic'] }, 'offers.theme-unknown', 'themes[0]'],
    ['an unknown goal', { goals: ['magic'] }, 'offers.goal-unknown', 'goals[0]'],
    ['its own site without the address', { bookVia: 'own-site' }, 'offers.book-url-needed', 'bookUrl'],
    [
      'group 9',
      { audience: [{ sector: 'po', grades: ['9'] }] },
      'offers.grade-unknown',
      'audience[0].grades',
    ],
    [
      'a level of another sector',
      { audience: [{ sector: 'po', levels: ['vwo'] }] },
      'offers.level-unknown',
      'audience[0].levels',
    ],
    [
      'fewer pupils at most than at least',
      { pupils: { min: 9, max: 8 } },
      'offers.pupils-backwards',
      'pupils.min',
    ],
    [
      'a pattern that ends before it starts',
      { pattern: { ...pattern, to: '2027-01-01' } },
      'offers.pattern-backwards',
      'pattern.to',
    ],
    [
      'a slot that ends before it starts',
      { slots: [slot('2027-01-12', '12:00', '08:30')] },
      'offers.slot-backwards',
      'slots[0].end',
    ],
    [
      'a slot on a day that does not exist',
      { slots: [slot('2027-02-30')] },
      'offers.slot-backwards',
      'slots[0].start',
    ],
    ['a slot in the past', { slots: [slot('2026-11-02')] }, 'offers.slot-in-past', 'slots[0].start'],
    ['a slot too short for its lessons', { lessonsPerVisit: 3 }, 'offers.slot-too-short', 'slots[0].end'],
    ['two slots at one moment', { slots: [tuesday, tuesday] }, 'offers.slot-twice', 'slots[1].start'],
  ])('with %s is refused', (_what, changes, code, path) => {
    expect(() => added(changes)).toThrow(refusedWith(code, path));
  });

  it('holds 1,500 slots at most', () => {
    const years: PostOfferBody['pattern'] = {
      from: '2027-01-01',
      to: '2029-12-31',
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
      parts: ['morning', 'afternoon'],
    };

    expect(() => added({ pattern: years })).toThrow(refusedWith('offers.too-many-slots', 'pattern'));
  });

  it('says what it was not told', () => {
    expect(added()).toMatchObject({
      pupils: { min: 1, max: 32 },
      pupilsPerGroup: 32,
      lessonsPerVisit: 1,
      leadTimeDays: 14,
      state: 'draft',
      bookVia: 'leerbrug',
      slots: [{ id: idOf('2027-01-12'), groups: 1 }],
    });
  });

  it('keeps what it was told', () => {
    const told = {
      pupils: { min: 5, max: 20 },
      pupilsPerGroup: 10,
      reachKm: 30,
      maxPerMonth: 4,
      bookVia: 'own-site' as const,
      bookUrl: 'https://example.nl',
      costPerGroupCents: 5000,
      suitability: { wheelchair: 'yes' as const },
      audience: [{ sector: 'vo' as const, grades: ['3'], levels: ['havo' as const] }],
    };
    const location = { lat: 52.5, lon: 6.1, place: 'Zwolle' };
    const later = slot('2027-01-19');
    const { state } = addOffer(
      body({ ...told, pattern, slots: [later, tuesday], goals: ['digital-literacy/systems'] }),
      { ...facts, location },
    );

    expect(state).toMatchObject({ ...told, pattern, location });
    expect(state.slots.map(({ id }) => id)).toEqual([idOf('2027-01-12'), idOf('2027-01-19')]);
  });

  it('is nobody else’s business while it is a draft', () => {
    expect(addOffer(body(), facts).events).toEqual([]);
    expect(changeOffer('an-offer', added(), { title: 'Anders' }, undefined).events).toEqual([]);
    expect(withdrawOffer(added()).events).toEqual([]);
  });

  it('is told when it is published, once, without people and notes', () => {
    const { state, events } = publishOffer('an-offer', added(), now);

    expect(events).toEqual([expect.any(OfferPublished)]);
    expect(snapshotOf(state)).not.toHaveProperty('contactId');
    expect(JSON.stringify(events)).not.toContain('jan');
    expect(publishOffer('an-offer', state, now)).toEqual({ state, events: [] });
  });

  it('needs a slot ahead to be published', () => {
    expect(() => publishOffer('an-offer', added({ slots: undefined as never }), now)).toThrow(
      refusedWith('offers.nothing-to-book'),
    );
    const later = Date.parse('2027-02-01T00:00:00Z');
    expect(() => publishOffer('an-offer', added(), later)).toThrow(refusedWith('offers.nothing-to-book'));
  });

  it('belongs to its organisation and the regions of that', () => {
    expect(ownersOf(added())).toEqual({ regions: ['ijssel'], organisation: 'factory' });
  });

  it('changes what is named and leaves the rest', () => {
    const location = { lat: 52.5, lon: 5.9, place: 'Kampen' };
    const { state, events } = changeOffer(
      'an-offer',
      published(),
      { title: 'Twee robotarmen', audience: [{ sector: 'po' }], reachKm: undefined } as never,
      location,
    );

    expect(state).toMatchObject({ title: 'Twee robotarmen', location, durationMinutes: 90 });
    expect(events).toEqual([expect.any(OfferChanged)]);
  });

  it('takes back what is named as null: to nothing, or to what it is when nobody says it', () => {
    const said = {
      ...{ reachKm: 40, maxPerMonth: 3, leadTimeDays: 30, freeCancelDays: 1, pupilsPerGroup: 12 },
      pupils: { min: 5, max: 60 },
    };
    const offer = changeOffer('an-offer', published(), said, undefined).state;
    const nothing = Object.fromEntries(Object.keys(said).map((name) => [name, null]));

    const { state } = changeOffer('an-offer', offer, nothing, undefined);

    expect(state).not.toHaveProperty('reachKm');
    expect(state).not.toHaveProperty('maxPerMonth');
    expect(state).toMatchObject({ leadTimeDays: 14, freeCancelDays: 7, pupils: { min: 1, max: 32 } });
    expect(state.pupilsPerGroup).toBe(32);
    const ownSite = { ...offer, bookVia: 'own-site' as const, bookUrl: 'https://example.nl' };
    expect(() => changeOffer('an-offer', ownSite, { bookUrl: null }, undefined)).toThrow(
      refusedWith('offers.book-url-needed'),
    );
  });

  it('has no place any more when it is online and none is said', () => {
    const place = { lat: 52.5, lon: 5.9, place: 'Kampen' };
    const offer = changeOffer('an-offer', published(), {}, place).state;

    expect(
      changeOffer('an-offer', offer, { place: 'online', location: null }, undefined).state,
    ).not.toHaveProperty('location');
    expect(() => changeOffer('an-offer', offer, { location: null }, undefined)).toThrow(
      refusedWith('offers.location-needed'),
    );
  });

  it('may go to its own site when the address is known already', () => {
    const offer = { ...published(), bookUrl: 'https://example.nl' };

    expect(changeOffer('an-offer', offer, { bookVia: 'own-site' }, undefined).state.bookVia).toBe('own-site');
    expect(() => changeOffer('an-offer', published(), { bookVia: 'own-site' }, undefined)).toThrow(
      refusedWith('offers.book-url-needed'),
    );
  });

  it('that was withdrawn stays so, and is told once', () => {
    const { state, events } = withdrawOffer(published());

    expect(events).toEqual([expect.any(OfferWithdrawn)]);
    expect(withdrawOffer(state).events).toEqual([]);
    for (const again of [
      () => publishOffer('an-offer', state, now),
      () => changeOffer('an-offer', state, {}, undefined),
      () => addSlots('an-offer', state, [slot('2027-01-14')], now),
    ])
      expect(again).toThrow(refusedWith('offers.withdrawn'));
  });

  it('takes more slots, in their order, but not one it has', () => {
    const more = addSlots('an-offer', published(), [slot('2027-01-19'), slot('2027-01-05')], now);

    expect(more.state.slots.map(({ id }) => id)).toEqual(
      ['2027-01-05', '2027-01-12', '2027-01-19'].map(idOf),
    );
    expect(() => addSlots('an-offer', published(), [tuesday], now)).toThrow(refusedWith('offers.slot-twice'));
  });

  it('loses a slot of its own or one of its pattern', () => {
    const offer = published({ pattern });
    const ids = slotsOfOffer('an-offer', offer).map(({ id }) => id);
    expect(ids).toHaveLength(3);

    const left = ids.reduce((state, id) => removeSlot('an-offer', state, id).state, offer);
    expect(slotsOfOffer('an-offer', left)).toEqual([]);
    expect(() => removeSlot('an-offer', left, ids[0] as string)).toThrow(refusedWith('offers.slot-missing'));
  });

  it('shows a slot once that is both its own and of its pattern', () => {
    const [first] = slotsOfOffer('an-offer', published({ slots: [], pattern }));
    const { start, end } = first as { start: string; end: string };
    const both = addSlots('an-offer', published({ slots: [], pattern }), [{ start, end, groups: 2 }], now);

    expect(slotsOfOffer('an-offer', both.state).filter((each) => each.start === start)).toMatchObject([
      { groups: 2 },
    ]);
  });
});

describe('a slot of which places are given away elsewhere', () => {
  const tuesdays = () => published({ slots: [tuesday, slot('2027-01-19')] });
  const blocked = (groups: number, offer = tuesdays()) =>
    blockSlot('an-offer', offer, idOf('2027-01-12'), groups);

  it('is told with the offer, in an absolute number, and not when nothing changed', () => {
    const { state, events } = blocked(2);

    expect(events).toMatchObject([{ offer: { blocked: [{ slotId: idOf('2027-01-12'), groups: 2 }] } }]);
    expect(events).toEqual([expect.any(OfferChanged)]);
    expect(blocked(2, state).events).toEqual([]);
    expect(blocked(1, state).state.blocked).toEqual([{ slotId: idOf('2027-01-12'), groups: 1 }]);
    expect(blocked(0, state).state.blocked).toEqual([]);
  });

  it('is forgotten when it is taken out', () => {
    expect(removeSlot('an-offer', blocked(1).state, idOf('2027-01-12')).state.blocked).toEqual([]);
  });

  it('must be there, of an offer that is not withdrawn', () => {
    expect(() => blockSlot('an-offer', tuesdays(), idOf('2027-02-02'), 1)).toThrow(
      refusedWith('offers.slot-missing'),
    );
    expect(() => blocked(1, withdrawOffer(tuesdays()).state)).toThrow(refusedWith('offers.withdrawn'));
  });
});

describe('what others may know of an offer', () => {
  it('is who gives it and where to book, but not its texts and people to write to', () => {
    const offer = published({ givenBy: ['piet'], bookVia: 'own-site', bookUrl: 'https://lab.example/book' });

    expect(snapshotOf(offer)).toMatchObject({
      givenBy: ['piet'],
      bookVia: 'own-site',
      bookUrl: 'https://lab.example/book',
      changeNumbersUntilDays: 3,
      blocked: [],
    });
    for (const hidden of ['contactId', 'summary', 'goals', 'visit', 'madeBy'])
      expect(snapshotOf(offer)).not.toHaveProperty(hidden);
    expect(snapshotOf(published())).not.toHaveProperty('bookUrl');
  });
});
