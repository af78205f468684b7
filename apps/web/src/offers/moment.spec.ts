import { momentsOf, stateOf } from './moment.js';

const now = '2027-01-10T08:00:00Z';
const on = (day: string) => ({ start: `${day}T08:00:00Z`, end: `${day}T10:00:00Z` });
const slots = [
  { id: 'over', ...on('2027-01-05'), groups: 2, free: 0 },
  { id: 'free', ...on('2027-01-12'), groups: 2, free: 2 },
  { id: 'half', ...on('2027-01-13'), groups: 3, free: 1 },
  { id: 'taken', ...on('2027-01-14'), groups: 1, free: 0 },
  { id: 'elsewhere', ...on('2027-01-15'), groups: 1, free: 0 },
];
const blocked = [
  { slotId: 'half', groups: 1 },
  { slotId: 'elsewhere', groups: 1 },
];

describe('the moments of an own offer', () => {
  it('say what is promised to schools, apart from what was given away elsewhere', () => {
    const moments = momentsOf({ slots, blocked }, () => [], now);

    expect(
      moments.map(({ id, free, blocked: elsewhere, promised }) => [id, free, elsewhere, promised]),
    ).toEqual([
      ['over', 0, 0, 0],
      ['free', 2, 0, 0],
      ['half', 1, 1, 1],
      ['taken', 0, 0, 1],
      ['elsewhere', 0, 1, 0],
    ]);
    expect(moments.map(stateOf)).toEqual(['over', 'free', 'appointment', 'appointment', 'blocked']);
  });

  it('keep the appointments that there were', () => {
    const [first] = momentsOf({ slots, blocked }, (id) => (id === 'over' ? ['a-match'] : []), now);
    expect(first && stateOf(first)).toBe('appointment');
  });
});
