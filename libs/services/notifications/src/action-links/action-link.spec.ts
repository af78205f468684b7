import { aMatch } from '../../test/builders.js';
import { aboutOf } from './action-link.js';

describe('what a yes or a no by mail is about', () => {
  it.each([
    ['proposal', aMatch()],
    ['appointment', aMatch({ origin: 'arranged', requestId: null })],
    ['option', aMatch({ state: 'option', origin: 'booked', requestId: null })],
    ['change', aMatch({ state: 'confirmed' })],
    ['recorded', aMatch({ state: 'counted', origin: 'arranged', requestId: null })],
  ] as const)('%s', (about, match) => {
    expect(aboutOf(match)).toBe(about);
  });
});
