import fc from 'fast-check';
import { aContext, aGroup, aRequest, aSlot, kmNorth, today, tuesday } from '../../test/builders.js';
import { conditionCodes } from './answers.js';
import { conditions } from './conditions.js';
import { fits } from './fits.js';
import { scoreParts, type OfferSlot, type RequestNeed, type Sentence, type Weights } from './model.js';
import { propose } from './propose.js';
import { explain, score } from './score.js';
import { appointmentWindow, timeFits } from './time.js';
import { warnings } from './warnings.js';
import { defaultWeights } from './weights.js';

const themes = [
  'digital/code/robots',
  'digital/code/apps',
  'digital/media/film',
  'nature/water/dikes',
  'art/music',
];
const aThemeList = fc.uniqueArray(fc.constantFrom(...themes), { maxLength: 3 });
const aDay = fc.integer({ min: -9, max: 9 }).map((offset) => tuesday + offset);
const dayRanges = fc.array(fc.record({ fromDay: aDay, toDay: aDay }), { maxLength: 2 });
const minuteRange = fc
  .tuple(fc.integer({ min: 16, max: 30 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]) => ({ startMinute: start * 30, endMinute: (start + length) * 30 }));
const aShare = fc.double({ min: 0, max: 1, noNaN: true });
const usually = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const suitabilities = ['wheelchair', 'newcomers', 'sbo', 'pro'] as const;
const answers = fc.constantFrom('yes' as const, 'in-consultation' as const, 'no' as const);
const kinds = fc.constantFrom(
  'guest-lesson' as const,
  'company-visit' as const,
  'workshop' as const,
  'loan' as const,
);

const aClass = fc
  .record({
    key: fc.constantFrom('a', 'b', 'c'),
    sector: usually(
      'po' as const,
      fc.constantFrom('sbo' as const, 'so' as const, 'vo' as const, 'vso' as const),
    ),
    grades: fc.uniqueArray(fc.constantFrom('6', '7', '8', '1'), { maxLength: 3 }),
    levels: usually([] as string[], fc.uniqueArray(fc.constantFrom('pro', 'havo', 'vwo'))),
    pupils: usually(24, fc.integer({ min: 3, max: 36 })),
  })
  .map(aGroup);

const arbitraryRequest: fc.Arbitrary<RequestNeed> = fc
  .record({
    kind: usually('guest-lesson' as const, kinds),
    themes: usually(['digital/code/robots'], aThemeList),
    groups: fc.array(aClass, { minLength: 1, maxLength: 2 }),
    windows: fc.array(
      fc.record({
        fromDay: usually(tuesday - 9, aDay),
        toDay: usually(tuesday + 9, aDay),
        weekdays: usually([] as number[], fc.uniqueArray(fc.integer({ min: 1, max: 7 }))),
        parts: fc.array(minuteRange, { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
    closedDays: usually([] as RequestNeed['closedDays'], dayRanges),
    closedHours: fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 7 }), minuteRange)
        .map(([weekday, range]) => ({ weekday, ...range })),
      { maxLength: 2 },
    ),
    places: usually([] as RequestNeed['places'], fc.constant(['at-school' as const, 'online' as const])),
    maxDistanceKm: fc.option(usually(25, fc.integer({ min: 0, max: 60 }))),
    preferred: fc.record({
      offerIds: fc.uniqueArray(fc.constantFrom('offer-1', 'offer-2')),
      organisationIds: fc.uniqueArray(fc.constantFrom('factory', 'museum')),
    }),
    suitability: usually([] as RequestNeed['suitability'], fc.uniqueArray(fc.constantFrom(...suitabilities))),
    maxCostCents: fc.option(fc.integer({ min: 0, max: 9000 })),
    regionSharePercent: fc.integer({ min: 0, max: 100 }),
    vogPolicy: fc.constantFrom('none' as const, 'when-unsupervised' as const, 'always' as const),
    equityPriority: fc.option(aShare),
    servedPerGroup: fc.option(fc.double({ min: 0, max: 5, noNaN: true })),
    repeatOrganisationIds: fc.uniqueArray(fc.constantFrom('factory', 'museum')),
  })
  .map(aRequest);

const arbitrarySlot: fc.Arbitrary<OfferSlot> = fc
  .record({
    slotId: fc.uuid(),
    offerId: fc.constantFrom('offer-1', 'offer-2', 'offer-3'),
    organisationId: fc.constantFrom('factory', 'museum', 'lab'),
    kind: usually('guest-lesson' as const, kinds),
    themes: aThemeList,
    promise: fc.constantFrom('firm' as const, 'by-appointment' as const),
    place: fc.constantFrom('at-school' as const, 'at-partner' as const, 'online' as const),
    location: usually(kmNorth(6), fc.option(fc.integer({ min: 0, max: 80 }).map(kmNorth))),
    reachKm: fc.option(usually(30, fc.integer({ min: 0, max: 60 }))),
    audience: fc.array(
      fc.record({
        sector: usually('po' as const, fc.constantFrom('vo' as const, 'sbo' as const)),
        grades: fc.uniqueArray(fc.constantFrom('6', '7', '8'), { maxLength: 2 }),
        levels: usually([] as string[], fc.uniqueArray(fc.constantFrom('pro', 'havo', 'vwo'))),
        pupilsPerAdult: fc.option(fc.integer({ min: 5, max: 20 })),
      }),
      { maxLength: 2 },
    ),
    pupilsPerGroup: fc.integer({ min: 10, max: 32 }),
    durationMinutes: fc.constantFrom(45, 60, 90),
    lessonsPerVisit: usually(1, fc.constant(2)),
    day: aDay,
    capacityGroups: usually(8, fc.integer({ min: 0, max: 6 })),
    takenGroups: fc.integer({ min: 0, max: 2 }),
    closed: usually(false, fc.constant(true)),
    partnerClosedDays: usually([] as OfferSlot['partnerClosedDays'], dayRanges),
    pausedUntil: usually(null, fc.constantFrom(today, today + 1)),
    ceilings: fc.array(
      fc.record({
        code: fc.constantFrom('offer-month' as const, 'organisation-year' as const),
        max: fc.integer({ min: 3, max: 4 }),
        taken: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 1 },
    ),
    leadTimeDays: usually(14, fc.integer({ min: 0, max: 40 })),
    costPerGroupCents: usually(0, fc.integer({ min: 0, max: 5000 })),
    suitability: usually({}, fc.dictionary(fc.constantFrom(...suitabilities), answers)),
    vog: usually('available' as const, fc.constant('none' as const)),
    rating: fc.option(fc.record({ mean: aShare, count: fc.integer({ min: 0, max: 20 }) })),
    partnerLoad: fc.option(aShare),
  })
  .chain((slot) => minuteRange.map((range) => aSlot({ ...slot, ...range })));

/** Slot ids differ, as the caller promises. */
const arbitrarySlots = fc.uniqueArray(arbitrarySlot, {
  maxLength: 40,
  selector: (slot) => slot.slotId,
});
const aPair = fc.tuple(arbitraryRequest, arbitrarySlot);

const arbitraryWeights: fc.Arbitrary<Weights> = fc
  .record(
    Object.fromEntries(
      scoreParts.map((part) => [part, fc.double({ min: 0, max: 10, noNaN: true })]),
    ) as Record<keyof Weights, fc.Arbitrary<number>>,
  )
  .map((weights) => (Object.values(weights).some((weight) => weight > 0) ? weights : defaultWeights));

const context = aContext();
const market = fc.tuple(arbitraryRequest, arbitrarySlots);
const runs = { numRuns: 500 };
const units = (value: number) => Math.round(10_000 * value);

describe('explanations of random pairs', () => {
  it('add up to the score, to the last bit', () => {
    fc.assert(
      fc.property(aPair, arbitraryWeights, ([request, slot], weights) => {
        for (const view of ['with-equity', 'without-equity'] as const) {
          const explanation = explain(request, slot, aContext({ weights }), view);
          const sum = explanation.parts.reduce((total, part) => total + part.contribution, 0);
          expect(explanation.score).toBe(sum);
          expect(score(request, slot, aContext({ weights }), view)).toBe(sum);
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(1 + 1e-12);
          const sound = explanation.parts.every(
            ({ value, weight, contribution }) => value >= 0 && value <= 1 && contribution === value * weight,
          );
          expect(sound).toBe(true);
        }
      }),
      runs,
    );
  });

  it('do not depend on equity when it is left out', () => {
    fc.assert(
      fc.property(aPair, arbitraryRequest, arbitraryWeights, ([request, slot], other, weights) => {
        const { equityPriority, servedPerGroup } = other;
        const twin = { ...request, equityPriority, servedPerGroup };
        const otherWeights = { ...weights, equity: 9 };

        expect(explain(twin, slot, aContext({ weights: otherWeights }), 'without-equity')).toEqual(
          explain(request, slot, aContext({ weights }), 'without-equity'),
        );
      }),
      runs,
    );
  });
});

describe('proposals of random markets', () => {
  it('are the best of all slots that fail nothing', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 1, max: 5 }), ([request, slots], k) => {
        const expected = slots
          .filter((slot) => fits(request, slot, context).length === 0)
          .map((slot) => ({ id: slot.slotId, score: score(request, slot, context) }))
          .sort((one, other) => units(other.score) - units(one.score) || (one.id < other.id ? -1 : 1))
          .slice(0, k);

        const found = propose(request, slots, k, context);

        expect(found.items.map((item) => ({ id: item.slot.slotId, score: item.score }))).toEqual(expected);
        expect(found.whyNone === undefined).toBe(expected.length > 0);
      }),
      runs,
    );
  });

  it('do not depend on the order of the slots', () => {
    fc.assert(
      fc.property(market, ([request, slots]) => {
        expect(propose(request, slots.toReversed(), 5, context)).toEqual(propose(request, slots, 5, context));
      }),
      runs,
    );
  });

  it('do not change by a slot that does not fit', () => {
    fc.assert(
      fc.property(market, aPair, ([request, slots], [, another]) => {
        const before = propose(request, slots, 5, context);
        fc.pre(before.items.length > 0);
        const after = propose(
          request,
          [{ ...another, slotId: 'another', closed: true }, ...slots],
          5,
          context,
        );

        expect(after).toEqual(before);
      }),
      runs,
    );
  });

  it('say why none by what each slot fails', () => {
    fc.assert(
      fc.property(market, ([request, slots]) => {
        const { whyNone } = propose(
          request,
          slots.map((slot) => ({ ...slot, capacityGroups: 0 })),
          5,
          context,
        );
        const all = slots.map((slot) => fits(request, { ...slot, capacityGroups: 0 }, context));

        expect(whyNone?.considered).toBe(slots.length);
        for (const code of conditionCodes) {
          const failed = all.filter((failures) =>
            failures.some(({ condition }) => condition === code),
          ).length;
          expect(whyNone?.failures.find(({ condition }) => condition === code)?.slots ?? 0).toBe(failed);
        }
        expect(whyNone?.nearest).toHaveLength(Math.min(3, slots.length));
        const fewest = Math.min(...all.map((failures) => failures.length));
        if (slots.length > 0) expect(whyNone?.nearest[0]?.failed).toHaveLength(fewest);
      }),
      runs,
    );
  });
});

describe('times of random pairs', () => {
  it('can be agreed exactly where time and closures fail nothing', () => {
    fc.assert(
      fc.property(aPair, ([request, slot]) => {
        const about = ['time', 'school-closed', 'partner-closed'];
        const fitting = !fits(request, slot, context).some(({ condition }) => about.includes(condition));
        const ranges = appointmentWindow(request, slot);

        expect(ranges.length > 0).toBe(fitting);
        for (const range of ranges) expect(timeFits(request, slot, range)).toBe(true);
      }),
      runs,
    );
  });
});

describe('degrees of random pairs', () => {
  it('lie in [0, 1], and what they miss by is above 0', () => {
    fc.assert(
      fc.property(aPair, ([request, slot]) => {
        for (const code of conditionCodes) {
          const miss = conditions[code].miss(request, slot, context);
          expect(miss >= 0 && miss <= 1).toBe(true);
        }
        for (const { by } of fits(request, slot, context)) {
          for (const amount of Object.values(by)) expect(amount).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });
});

describe('the languages', () => {
  const codes =
    /undefined|NaN|null|\[object|[a-z]-(school|partner|lesson|visit|time|closed)\b|digital\/|\d{4}-\d\d/;

  const seen = new Set<string>();

  function expectBoth({ nl, en }: Sentence) {
    if (seen.has(nl + en)) return;
    seen.add(nl + en);
    expect(nl).toMatch(/^\S.*[.]$/);
    expect(en).toMatch(/^\S.*[.]$/);
    expect(`${nl} ${en}`).not.toMatch(codes);
    expect(nl).not.toBe(en);
  }

  it('both say every condition, part and warning, without codes', () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(aPair, ([request, slot]) => {
        for (const { condition, sentence } of fits(request, slot, context)) {
          told.add(condition);
          expectBoth(sentence);
        }
        for (const { sentence } of explain(request, slot, context).parts) expectBoth(sentence);
        for (const { sentence } of warnings(request, slot)) expectBoth(sentence);
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect([...told].sort()).toEqual([...conditionCodes].sort());
  });

  it('both sum up every condition', () => {
    for (const code of conditionCodes) {
      const { what, hint } = conditions[code].summary;
      expectBoth({ nl: `${what.nl}: 2 momenten.`, en: `${what.en}: 2 slots.` });
      expectBoth(hint);
    }
  });
});

describe('the functions', () => {
  it('change nothing they are given', () => {
    fc.assert(
      fc.property(market, ([request, slots]) => {
        const before = JSON.stringify([request, slots]);
        propose(aRequest(request), slots, 5, context);
        expect(JSON.stringify([request, slots])).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});
