import { aMatch } from '../../test/a-match.js';
import { snapshotOf } from '../domain/match.js';
import { Exclusions } from './exclusions.js';

const ended = (changes: object) => ({ ...snapshotOf(aMatch()), ...changes });
const exclusionsAfter = (changes: object) => {
  const { offerIds, slotIds } = new Exclusions().of('a-request', [ended(changes)]);
  return { offers: [...offerIds], slots: [...slotIds] };
};
const slots = ['an-offer.2027-01-12T07:30:00Z'];

describe('what is not proposed again', () => {
  it.each([
    ['declined', { state: 'declined' }, { offers: ['an-offer'], slots: [] }],
    ['cancelled', { state: 'cancelled' }, { offers: ['an-offer'], slots: [] }],
    ['released', { state: 'released' }, { offers: [], slots }],
    ['undone', { state: 'cancelled', undone: true }, { offers: [], slots: [] }],
    ['still alive', { state: 'asked' }, { offers: [], slots: [] }],
  ])('after a match that was %s', (_, changes, expected) => {
    expect(exclusionsAfter(changes)).toEqual(expected);
  });
});
