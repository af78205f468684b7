import type { OfferSnapshot, RequestedGroup } from '#libs/contracts';
import type { RequestNeed } from '#libs/matching-engine';
import { aContext, aGroup, aRequest, aSlot, at } from '../../../../matching-engine/test/builders.js';
import { inSeveralSlots } from './propose-several.js';

const offer = { lessonsPerVisit: 1, pupilsPerGroup: 32, pupils: { min: 5, max: 32 } } as OfferSnapshot;
const slots = [9, 10.3].map((start, i) =>
  aSlot({
    slotId: `slot-${i}`,
    startMinute: at(start),
    endMinute: at(start) + 90,
    costPerGroupCents: 10_000,
  }),
);
const classes = ['7A', '7B'];
const groups = classes.map((groupId): RequestedGroup => ({
  groupId,
  sector: 'po',
  grades: ['7'],
  levels: [],
  pupils: 26,
  name: groupId,
}));

function found(over: Partial<RequestNeed>) {
  const need = aRequest({ groups: classes.map((key) => aGroup({ key, grades: ['7'] })), ...over });
  const question = { need, groups, splitAllowed: false, context: aContext() };
  return inSeveralSlots(question, [{ offer, slots }], 5).map((one) => one.slots.map(({ slotId }) => slotId));
}

describe('several slots of one offer', () => {
  it('take the groups that do not fit in one', () => {
    expect(found({})).toEqual([['slot-0', 'slot-1']]);
  });

  it('cost the school together no more than it asked', () => {
    expect(found({ maxCostCents: 20_000 })).toHaveLength(1);
    expect(found({ maxCostCents: 19_999 })).toEqual([]);
    expect(found({ maxCostCents: 10_000, regionSharePercent: 50 })).toHaveLength(1);
  });
});
