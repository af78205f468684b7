import { CallAnswered } from '#libs/contracts';
import type { ServiceReads } from '#libs/runtime';
import { slotId } from '../../test/a-match.js';
import { aHoldWorld } from '../../test/hold-world.js';
import { CallConsumer } from './call.consumer.js';

const answered = (changes: Partial<CallAnswered> = {}): CallAnswered =>
  Object.assign(new CallAnswered(), {
    requestId: 'a-request',
    organisationId: 'factory',
    offerId: 'an-offer',
    makeOffer: false,
    title: 'Een robotarm in de klas',
    start: '2027-02-02T08:30:00+01:00',
    end: '2027-02-02T10:00:00+01:00',
    ...changes,
  });
const group = { groupId: 'g', sector: 'po', grades: ['7'], levels: [], pupils: 26, name: '7' };
const request = {
  kind: 'guest-lesson',
  themes: ['hi-tech-science/robotics'],
  groups: [group],
  places: ['at-school'],
};

async function aWorld() {
  const world = aHoldWorld();
  await world.offer('an-offer');
  await world.organisations.put('factory', 1, { regionIds: ['ijssel'], firstContactId: 'jan' } as never);
  const reads = {
    get: async (_service: string, path: string) => (path.endsWith('/a-request') ? request : undefined),
  };
  const { offers, organisations, slots, clock } = world;
  const consumer = new CallConsumer(offers, organisations, slots, reads as unknown as ServiceReads, clock);
  return { ...world, hear: consumer.answered.bind(consumer) };
}
type World = Awaited<ReturnType<typeof aWorld>>;
const offerOf = async ({ offers }: World, id: string) => offers.get(id);

describe('what a partner answers to a call', () => {
  it('becomes one slot of its offer, however often it is delivered', async () => {
    const world = await aWorld();
    const cause = world.causeOf('a-call');

    await world.hear(answered(), cause);
    await world.hear(answered(), cause);
    await world.hear(answered(), world.causeOf('a-call'));

    const offer = await offerOf(world, 'an-offer');
    expect(offer?.state.slots.map(({ id }) => id).at(-1)).toBe(slotId('an-offer', '2027-02-02'));
    expect(offer?.outbox.map(({ type }) => type)).toEqual(['offers.offer-changed']);
  });

  it('opens a slot again that was taken out before', async () => {
    const world = await aWorld();
    await world.slots.close(slotId('an-offer', '2027-02-02'));

    await world.hear(answered(), world.causeOf('a-call'));

    await expect(world.slots.freeIn(slotId('an-offer', '2027-02-02'), 1)).resolves.toBe(1);
  });

  it('becomes one published offer, however often it is delivered', async () => {
    const world = await aWorld();
    const made = answered({ makeOffer: true, offerId: 'made-offer' });
    const cause = world.causeOf('a-call');

    await world.hear(made, cause);
    await world.hear(made, cause);

    const offer = await offerOf(world, 'made-offer');
    expect(offer?.state).toMatchObject({ state: 'published', contactId: 'jan', regionIds: ['ijssel'] });
    expect(offer?.outbox.map(({ type }) => type)).toEqual(['offers.offer-published']);
  });

  it('is nothing without the offer or the request that it is about', async () => {
    const world = await aWorld();

    await world.hear(answered({ offerId: 'no-offer' }), world.causeOf('a-call'));
    await world.hear(
      answered({ offerId: 'no-offer', requestId: 'no', makeOffer: true }),
      world.causeOf('a-call'),
    );

    await expect(offerOf(world, 'no-offer')).resolves.toBeUndefined();
  });
});
