import { visitor, type Actor, type GrantedRole } from '#libs/runtime';
import { heardBy, publishedOf, type Published } from './who-hears.js';

const actor = (role: Partial<GrantedRole>): Actor => ({
  id: 'somebody',
  roles: [{ role: 'teacher', regionIds: [], ...role }],
});
const teacher = actor({ schoolLocationId: 'school-1', regionIds: ['region-1'] });
const partner = actor({ role: 'partner', organisationId: 'factory', regionIds: ['region-1'] });
const coordinator = actor({ role: 'coordinator', regionIds: ['region-1'] });

const published = (changes: Partial<Published> = {}): Published => ({
  type: 'matching.match-asked',
  key: 'match-1',
  owners: { regions: ['region-1'], school: 'school-1', organisation: 'factory' },
  ...changes,
});

describe('who hears that something changed', () => {
  it('both sides of an appointment and their coordinator hear its id', () => {
    for (const each of [teacher, partner, coordinator])
      expect(heardBy(each, published())).toEqual({ type: 'matching.match-asked', id: 'match-1' });
  });

  it('nobody hears of another school, organisation or region, and visitors of nothing', () => {
    const elsewhere = published({ owners: { regions: ['region-2'], school: 's-2', organisation: 'o-2' } });
    for (const each of [teacher, partner, coordinator]) expect(heardBy(each, elsewhere)).toBeUndefined();
    expect(heardBy(visitor, published())).toBeUndefined();
  });

  it('proposals are the coordinator’s alone', () => {
    for (const type of ['matching.request-considered', 'offers.hold-held', 'offers.hold-released']) {
      expect(heardBy(coordinator, published({ type }))).toBeDefined();
      for (const each of [teacher, partner]) expect(heardBy(each, published({ type }))).toBeUndefined();
    }
  });

  it('what services ask each other about holds is nobody’s, and so is what has no line', () => {
    for (const type of ['matching.hold-wanted', 'offers.hold-overdue', 'weather.rain-fell'])
      expect(heardBy(actor({ role: 'operator' }), published({ type }))).toBeUndefined();
  });

  it('one region can be listened to alone', () => {
    const both = actor({ role: 'coordinator', regionIds: ['region-1', 'region-2'] });
    expect(heardBy(both, published(), 'region-1')).toBeDefined();
    expect(heardBy(both, published(), 'region-2')).toBeUndefined();
  });

  it('bytes that no service of ours wrote are passed over', () => {
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    expect(publishedOf(bytes(published()))).toEqual(published());
    for (const value of [null, bytes(null), bytes({}), bytes({ type: 'a', key: 'b', owners: {} })])
      expect(publishedOf(value)).toBeUndefined();
    expect(publishedOf(new TextEncoder().encode('{'))).toBeUndefined();
  });
});
