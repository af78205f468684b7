import { lastCounter, droppedAt, type TrailStep } from './trail.js';

const trail: readonly TrailStep[] = [
  { at: '2026-11-23T08:00:00Z', what: 'countered', reason: 'Liever vroeg' },
  { at: '2026-11-23T09:00:00Z', what: 'change-wanted', side: 'school', reason: 'Toneel' },
  { at: '2026-11-23T10:00:00Z', what: 'change-dropped', reason: 'slot-full' },
  { at: '2026-11-23T11:00:00Z', what: 'change-wanted', side: 'partner' },
  { at: '2026-11-23T12:00:00Z', what: 'change-dropped', side: 'school', reason: 'Dan niet' },
  { at: '2026-11-23T13:00:00Z', what: 'change-wanted', side: 'school' },
];

describe('the trail of a match', () => {
  it.each([
    ['2026-11-23T10:30:00Z', { proposer: 'school', reason: 'slot-full' }],
    ['2026-11-23T12:00:00Z', { proposer: 'partner', reason: 'Dan niet' }],
    ['2026-11-24T00:00:00Z', { proposer: 'partner', reason: 'Dan niet' }],
    ['2026-11-23T08:30:00Z', undefined],
  ])('says at %s who wanted the change that was dropped last, and why not', (moment, dropped) => {
    expect(droppedAt(trail, moment)).toEqual(dropped);
  });

  it('says what was written with another time or other numbers', () => {
    expect(lastCounter(trail)).toEqual({ changed: 'time', note: 'Liever vroeg' });
    expect(lastCounter([...trail, { at: '', what: 'countered', changed: 'pupils' }])).toEqual({
      changed: 'pupils',
    });
    expect(lastCounter([])).toEqual({ changed: 'time' });
  });
});
