import { aNeed, slotId } from '../../test/a-match.js';
import { MemoryStore } from '../../../../../test/schedules/memory-store.js';
import { calendars } from '../offers.collection.js';
import { SlotHoldings, calendarIdOf } from './slot-holdings.js';

const slot = slotId('an-offer');
const need = (groups = 1) => aNeed('an-offer', { groups });
const entry = (match: string, groups = 1) => ({ key: `${match}#1`, match, groups });

describe('the places of a slot', () => {
  let writes: number;
  let store: MemoryStore;
  let slots: SlotHoldings;
  beforeEach(() => {
    writes = 0;
    store = new MemoryStore(async () => void (writes += 1));
    slots = new SlotHoldings(store);
  });

  it('are kept by offer and day, also of an offer with a dot in its name', () => {
    expect(calendarIdOf('an.offer.2027-01-12T07:30:00Z')).toBe('an.offer|2027-01-12');
  });

  it('are taken as long as there are some, once for one question', async () => {
    expect(await slots.take(need(2), 3, entry('a', 2))).toBeNull();
    expect(await slots.take(need(2), 3, entry('a', 2))).toBeNull();
    expect(await slots.take(need(2), 3, entry('b', 2))).toEqual({ obstacle: 'slot-full', at: slot });

    expect(writes).toBe(1);
    expect(store.every(calendars).map(({ id }) => id)).toEqual(['an-offer|2027-01-12']);
    expect(await slots.freeIn(slot, 3)).toBe(1);
    await slots.giveBack(slot, ({ match }) => match === 'a');
    expect(await slots.freeIn(slot, 3)).toBe(3);
  });

  it('are free as nobody was promised them, and never fewer than none', async () => {
    expect(await slots.freeIn(slot, 2)).toBe(2);
    await slots.take(need(), 2, entry('a'));
    expect(await slots.freeIn(slotId('an-offer', '2027-01-13'), 2)).toBe(2);
    expect(await slots.freeIn('an-offer.2027-01-12T13:00:00Z', 2)).toBe(2);
    expect(await slots.freeIn(slot, 0)).toBe(0);
  });

  it('are free in many slots of one offer at once as in each, whatever is taken of others', async () => {
    const ids = [slot, slotId('an-offer', '2027-01-13'), slotId('an-offer', '2028-01-13')];
    const dated = ids.map((id) => ({ id, start: '', end: '', groups: 3 }));
    await slots.take(need(2), 3, entry('a', 2));
    await slots.take(aNeed('an-offer', { date: '2028-01-13', groups: 3 }), 3, entry('b', 3));
    await slots.take(aNeed('an-offer-too', { date: '2027-01-13', groups: 1 }), 3, entry('c', 1));

    expect([...(await slots.freeOf('an-offer', dated))]).toEqual([
      [ids[0], 1],
      [ids[1], 3],
      [ids[2], 0],
    ]);
    expect((await slots.freeOf('an-offer', [])).size).toBe(0);
  });

  it('are given away elsewhere, exactly as many as are said and are free', async () => {
    await slots.take(need(), 3, entry('a'));

    expect(await slots.blockedIn(slot)).toBe(0);
    expect(await slots.block(slot, 3, 3)).toBe(2);
    expect(await slots.blockedIn(slot)).toBe(0);
    expect(writes).toBe(1);
    expect(await slots.block(slot, 3, 2)).toBeNull();
    expect([await slots.blockedIn(slot), await slots.freeIn(slot, 3)]).toEqual([2, 0]);
    expect(await slots.blockedIn(slotId('an-offer', '2027-01-13'))).toBe(0);
  });

  it('are closed while nobody is promised any, and opened again', async () => {
    expect(await slots.close(slot)).toBe(true);
    expect(await slots.take(need(), 3, entry('a'))).toEqual({ obstacle: 'slot-closed', at: slot });
    expect(await slots.freeIn(slot, 3)).toBe(0);

    await slots.reopen(slot);
    expect(await slots.take(need(), 3, entry('a'))).toBeNull();
    expect(await slots.close(slot)).toBe(false);
    expect(await slots.freeIn(slot, 3)).toBe(2);
  });
});
