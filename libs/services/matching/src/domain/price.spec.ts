import * as fc from 'fast-check';
import type { MatchConfirmed, MatchSession } from '#libs/contracts';
import { costs as judged, type OfferSlot, type RequestNeed } from '#libs/matching-engine';
import { by } from '../../test/a-match.js';
import { as, elsewhere, made, states } from '../../test/every-state.js';
import { accept } from './answers.js';
import {
  changeNumbers,
  changeRefused,
  changeSecured,
  counterElsewhere,
  dropChange,
  move,
} from './changes.js';
import { snapshotOf, type Match } from './match.js';
import { costsAt, priceOf, type Price } from './price.js';
import { costsOf } from './sessions.js';

const perPupil: Price = { costPerGroupCents: 0, costPerPupilCents: 250, regionSharePercent: 0 };
const before = { totalCents: 5000, schoolCents: 5000, regionCents: 0, partnerCents: 0 };
const now26 = { totalCents: 6500, schoolCents: 6500, regionCents: 0, partnerCents: 0 };
const then30 = { totalCents: 7500, schoolCents: 7500, regionCents: 0, partnerCents: 0 };

const classOf = (key: string) => ({ key, sector: 'po' as const, grades: [], levels: [] });
const confirmed = states['confirmed'] as Match;
const agreedAt = (price: Price, changes: Partial<Match> = {}): Match => ({ ...confirmed, price, ...changes });
const wants = (match: Match, pupils: number) =>
  made(changeNumbers(match, [{ groupId: 'a-group', pupils }], 'Erbij.', as('school')));
const changed = (match: Match, pupils: number) =>
  accept(made(changeSecured(wants(match, pupils), 2, by())), {}, as('partner'));

describe('what a match costs', () => {
  it.each([
    ['per pupil', { costPerPupilCents: 250 }, 7500],
    ['per group of the partner', { costPerGroupCents: 4000 }, 8000],
    ['per group and per pupil', { costPerGroupCents: 4000, costPerPupilCents: 250 }, 15_500],
    ['nothing', {}, 0],
  ])('%s', (_what, price, totalCents) => {
    const costs = costsAt({ ...perPupil, costPerPupilCents: 0, ...price }, { places: 2, pupils: 30 });
    expect(costs).toEqual({ totalCents, schoolCents: totalCents, regionCents: 0, partnerCents: 0 });
  });

  it.each([
    ['its percentage, to a cent', { regionSharePercent: 33 }, 2475],
    ['an amount instead of its percentage', { regionSharePercent: 33, regionPaysCents: 1000 }, 1000],
    ['nothing instead of its percentage', { regionSharePercent: 33, regionPaysCents: 0 }, 0],
    ['no more than all', { regionPaysCents: 9000 }, 7500],
    ['no more than all by percentage', { regionSharePercent: 120 }, 7500],
    ['no less than nothing', { regionSharePercent: -5 }, 0],
  ])('the region pays %s; the school the rest', (_what, share, regionCents) => {
    const costs = costsAt({ ...perPupil, ...share }, { places: 1, pupils: 30 });
    expect(costs).toEqual({
      totalCents: 7500,
      schoolCents: 7500 - regionCents,
      regionCents,
      partnerCents: 0,
    });
  });

  it('is what the proposal was judged by, however its groups lie in sessions', () => {
    const cents = fc.integer({ min: 0, max: 20_000 });
    const classes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
    const price = fc.record({ costPerGroupCents: cents, costPerPupilCents: cents });
    const size = fc.integer({ min: 1, max: 32 });
    fc.assert(
      fc.property(
        classes,
        price,
        fc.integer({ min: -5, max: 120 }),
        size,
        (sizes, offer, percent, pupilsPerGroup) => {
          const sessions = sizes.map((pupils, i): MatchSession => {
            const { start, end } = confirmed.sessions[0] as MatchSession;
            return { id: `${i}`, slotId: `slot-${i % 2}`, start, end, groups: [{ groupId: `${i}`, pupils }] };
          });
          const groups = sizes.map((pupils, i) => ({ ...classOf(`${i}`), pupils }));
          const need = { groups, regionSharePercent: percent } as Partial<RequestNeed> as RequestNeed;
          const slot = {
            ...offer,
            pupilsPerGroup,
            pupils: { min: 1, max: 32 },
          } as Partial<OfferSlot> as OfferSlot;
          const terms = { pupilsPerGroup, maxPupils: 32 };
          expect(costsOf(sessions, priceOf(offer, percent), terms)).toEqual(judged(need, slot));
        },
      ),
    );
  });
});

describe('what other numbers cost', () => {
  const match = agreedAt(perPupil, { costs: now26 });

  it('is said with the change, and holds once the other side has said yes', () => {
    const holding = wants(match, 30);
    expect(holding).toMatchObject({ costs: now26, wanted: { costs: then30 } });

    const asked = made(changeSecured(holding, 2, by()));
    expect(asked.costs).toEqual(now26);
    expect(snapshotOf(asked)).toMatchObject({ costs: now26, change: { costs: then30 } });

    const agreed = accept(asked, {}, as('partner'));
    expect(agreed?.state).toMatchObject({ costs: then30, wanted: null });
    expect((agreed?.events[0] as MatchConfirmed).match.costs).toEqual(then30);
  });

  it('goes with the change when that is not made', () => {
    const holding = wants(match, 30);
    const asked = made(changeSecured(holding, 2, by()));

    expect(made(dropChange(asked, 'partner', { reason: 'Te veel.' }, by()))).toMatchObject({
      costs: now26,
      wanted: null,
    });
    expect(made(changeRefused(holding, 2, 'slot-full', by()))).toMatchObject({ costs: now26, wanted: null });
  });

  it('counts the groups of the partner that the class takes then', () => {
    const terms = { ...confirmed.terms, pupilsPerGroup: 15, maxPupils: 40 };
    const perGroup = { ...perPupil, costPerPupilCents: 0, costPerGroupCents: 4000 };
    const total = (pupils: number) => made(changed(agreedAt(perGroup, { terms }), pupils)).costs.totalCents;

    expect([28, 31, 15].map(total)).toEqual([8000, 12_000, 4000]);
  });

  it('is shared as was agreed: an amount of the region stays that amount, the school pays the difference', () => {
    const shared = (share: Partial<Price>) => made(changed(agreedAt({ ...perPupil, ...share }), 30)).costs;

    expect(shared({ regionSharePercent: 50 })).toMatchObject({ schoolCents: 3750, regionCents: 3750 });
    expect(shared({ regionPaysCents: 5000 })).toMatchObject({ schoolCents: 2500, regionCents: 5000 });
  });

  it('is what it was where no price is known: arranged, or agreed before prices were kept', () => {
    expect(wants(confirmed, 30).wanted).not.toHaveProperty('costs');
    expect(snapshotOf(wants(confirmed, 30)).change).not.toHaveProperty('costs');
    expect(made(changed(confirmed, 30)).costs).toEqual(before);
  });

  it('is not touched by another time', () => {
    const moving = made(move(match, elsewhere(match), 'Op beurs.', as('partner')));
    expect(moving.wanted).not.toHaveProperty('costs');
    expect(made(accept(made(changeSecured(moving, 2, by())), {}, as('school'))).costs).toEqual(now26);
  });

  describe('of a counter', () => {
    const open: Match = { ...(states['asked'] as Match), price: perPupil, costs: now26 };
    const counters = (pupils: number) => {
      const place = elsewhere(open);
      const sessions = place.sessions.map((each) => ({ ...each, groups: [{ groupId: 'a-group', pupils }] }));
      return made(counterElsewhere(open, { ...place, sessions }, 'Er zijn er meer.', as('school')));
    };

    it('is said while its place is held, and is what the other side is asked then', () => {
      const holding = counters(30);
      expect(holding).toMatchObject({ costs: now26, wanted: { costs: then30 } });

      const asked = changeSecured(holding, 2, by());
      expect(asked).toMatchObject({ state: { costs: then30 }, events: [{ match: { costs: then30 } }] });
      expect(made(accept(made(asked), {}, as('partner')))).toMatchObject({
        state: 'confirmed',
        costs: then30,
      });
    });

    it('goes with the counter when its place is taken', () => {
      expect(made(changeRefused(counters(30), 2, 'slot-full', by())).costs).toEqual(now26);
    });

    it('is what it was when only the time is another', () => {
      expect(counters(26).wanted).not.toHaveProperty('costs');
      expect(made(changeSecured(counters(26), 2, by())).costs).toEqual(now26);
    });
  });
});
