import { addDays, holidayRegions, schoolHolidayOn, slotsOfOffer, weekdayOf } from '#libs/facts';
import { schoolWeeks } from './school-weeks.js';
import { demoOffers } from './world/offers.js';
import { demoRequests } from './world/requests.js';

const starts = [
  '2026-09-01',
  '2026-11-22',
  '2027-02-10',
  '2027-04-20',
  '2027-07-05',
  '2028-07-01',
  '2030-01-15',
];

describe('the school weeks that the demo plans in', () => {
  it.each(starts)('from %s on leave room for the lead time and hold no holiday', (today) => {
    const weeks = schoolWeeks(today, 16);

    expect(new Set(weeks).size).toBe(16);
    for (const monday of weeks) {
      expect(weekdayOf(monday)).toBe('mon');
      expect(monday >= addDays(today, 18)).toBe(true);
      const days = [0, 1, 2, 3, 4].map((day) => addDays(monday, day));
      expect(days.flatMap((day) => holidayRegions.map((region) => schoolHolidayOn(region, day)))).toEqual(
        Array(15).fill(undefined),
      );
    }
  });

  it.each(starts)('from %s on hold 1,200 slots and the wishes of 300 requests', (today) => {
    const weeks = schoolWeeks(today, 16);
    const offers = demoOffers(weeks) as unknown as { slots?: { start: string }[]; pattern?: never }[];

    const slots = offers.flatMap(({ slots = [], pattern }) => [
      ...slots.map(({ start }) => start),
      ...(pattern
        ? slotsOfOffer('x', { slots: [], pattern, removedSlots: [] }).map(({ start }) => start)
        : []),
    ]);

    expect([offers.length, slots.length, demoRequests(weeks).length]).toEqual([140, 1200, 300]);
    expect(slots.every((start) => start.slice(0, 10) >= addDays(today, 18))).toBe(true);
  });
});
