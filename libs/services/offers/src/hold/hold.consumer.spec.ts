import { aNeed, aSession, slotId } from '../../test/a-match.js';
import { aTownWithOffers, first, nextWeek, play, second } from '../../test/hold-stories.js';
import {
  answered,
  approved,
  asked,
  optioned,
  proposed,
  wanted,
  type HoldWorld,
} from '../../test/hold-world.js';
import { withdrawOffer } from '../domain/offer.js';
import { holdsAggregate } from '../offers.collection.js';

const cause = { kind: 'due', actor: 'jan', correlationId: 'a-story', causationId: null } as const;
const morning = aSession();

describe('what matching says', () => {
  let world: HoldWorld;
  beforeEach(async () => {
    world = await aTownWithOffers();
  });
  /** Nobody says anything for a quarter of an hour. */
  const silence = async () => {
    world.clock.advance(15 * 60_000);
    await world.due.sweep();
  };
  const types = () => world.told('a').map(({ type }) => type);
  const closed = () =>
    world.organisations.put('factory', 1, { closed: [], pausedUntil: '2028-01-01' } as never);
  const withdrawn = () => world.offers.change('an-offer', cause, (offer) => withdrawOffer(offer));

  it('of an option, or of a change that waits, is that its set stands until it is released', async () => {
    await play(world, [approved(first), optioned()]);
    await silence();
    expect(types()).toEqual(['held']);

    await play(world, [wanted(2, second, [nextWeek]), proposed(2, [nextWeek])]);
    await silence();
    expect(types()).toEqual(['held', 'held']);
  });

  it('of one question is for that question alone', async () => {
    await play(world, [approved(first), asked(1), wanted(2, second, [nextWeek]), answered(2, false)]);
    await world.rest();

    expect(world.phases('a')).toEqual(['1 held']);
  });

  it('is passed on as theirs who said it', async () => {
    await play(world, [approved(first)]);

    const [hold] = world.memory.every(holdsAggregate.collection);
    expect(hold?.outbox).toMatchObject([{ actor: 'a-person', correlationId: 'a-story' }]);
  });

  it('of more groups in its own slot is heard although the offer was withdrawn', async () => {
    await play(world, [approved(first), asked(1)]);
    await withdrawn();
    await play(world, [wanted(2, [aNeed('an-offer', { groups: 2 })], [morning])]);

    expect(types()).toEqual(['held', 'held']);
  });

  it('of a slot it does not hold is refused when the offer was withdrawn', async () => {
    await withdrawn();
    await play(world, [approved(first)]);

    expect(world.told('a')).toMatchObject([{ type: 'refused', obstacle: 'slot-gone' }]);
  });

  it('of more groups in its own slot is heard although the partner takes nothing new', async () => {
    await play(world, [approved(first), asked(1)]);
    await closed();
    await play(world, [wanted(2, [aNeed('an-offer', { groups: 2 })], [morning])]);

    expect(types()).toEqual(['held', 'held']);
  });

  it('of a slot that it asked for and did not get is refused when the partner takes nothing new', async () => {
    const tooMany = [aNeed('an-offer', { date: '2027-01-19', groups: 3 })];
    await play(world, [approved(first), asked(1), wanted(2, tooMany, [nextWeek])]);
    await closed();
    await play(world, [wanted(3, second, [nextWeek])]);

    expect(world.told('a').slice(1)).toMatchObject([
      { type: 'refused', question: 2, obstacle: 'slot-full' },
      { type: 'refused', question: 3, obstacle: 'slot-closed' },
    ]);
  });

  const busy = () =>
    world.everythingHeld().filter((line) => line.includes('person:') && line.includes('01-12'));
  it('takes the people of the match’s offer, and of the slots it needs', async () => {
    const { slotId: _, ...arranged } = morning;
    await world.say('a', approved([], { origin: 'arranged', sessions: [arranged] }));
    expect(busy()).toEqual([`a#1 person:jan|2027-01-12 210'`]);

    const elsewhere = [{ ...morning, slotId: slotId('another-offer'), groups: [] }];
    const { offerId: _none, ...ofNoOffer } = approved([aNeed('another-offer')], {
      sessions: elsewhere,
    }).match;
    await world.say('b', Object.assign(approved([aNeed('another-offer')]), { match: ofNoOffer }));
    expect(world.told('b')).toMatchObject([{ type: 'refused', obstacle: 'person-busy', at: 'jan' }]);
  });

  it('takes nobody of an offer that is not known', async () => {
    const { slotId: _, ...arranged } = morning;
    await world.say('a', approved([], { offerId: 'no-offer', origin: 'arranged', sessions: [arranged] }));

    expect(types()).toEqual(['held']);
    expect(busy()).toEqual([]);
  });
});
