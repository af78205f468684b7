import { choicesWith } from './choices.js';

const [coen, lea] = [
  { id: 'coen', name: 'Coen' },
  { id: 'lea', name: 'Lea' },
];

describe('whom one can choose', () => {
  it('is always whoever is chosen already too', () => {
    expect(choicesWith([coen], lea)).toEqual([
      { value: 'lea', label: 'Lea' },
      { value: 'coen', label: 'Coen' },
    ]);
    expect(choicesWith([coen, lea], lea)).toHaveLength(2);
    expect(choicesWith([coen], undefined)).toEqual([{ value: 'coen', label: 'Coen' }]);
  });
});
