import type { Check, Violation } from '#libs/runtime';
import { takenByOthers, type SlotDay } from '../domain/calendar.js';
import { meet } from '../domain/day.js';
import { calendars, days, demands, type DayDocument, type DemandDocument } from '../offers.collection.js';

const nobody = '';

export const nothingTwice: Check = {
  sentence: 'no place, person or group is promised twice',
  async look({ all }) {
    const wrong: Violation[] = [];
    let looked = 0;
    for await (const { slots } of all(calendars))
      for (const [id, slot] of Object.entries(slots)) {
        looked += slot.entries.length;
        if (isOverfull(slot))
          wrong.push({ id, what: `is promised ${placesTaken(slot)} of ${slot.capacity} times` });
      }
    for await (const demand of all(demands)) {
      looked += demand.entries.length;
      if (matchesOf(demand).size > 1)
        wrong.push({ id: demand.id, what: `is met by ${[...matchesOf(demand)].join(' and ')}` });
    }
    for await (const day of all(days)) {
      looked += day.entries.length;
      const both = inTwoPlaces(day);
      if (both) wrong.push({ id: day.id, what: `is with ${both.join(' and ')} at one time` });
    }
    return { looked, wrong };
  },
};

const placesTaken = (slot: SlotDay): number => takenByOthers(slot, nobody);
const isOverfull = (slot: SlotDay): boolean => placesTaken(slot) > slot.capacity;
const matchesOf = ({ entries }: DemandDocument): Set<string> => new Set(entries.map(({ match }) => match));

function inTwoPlaces({ entries }: DayDocument): readonly [string, string] | undefined {
  for (const [i, one] of entries.entries()) {
    const other = entries.slice(i + 1).find((each) => meet(one, each));
    if (other) return [one.match, other.match];
  }
  return undefined;
}
