import type { CommandCause } from '#libs/runtime';
import { aNeed, slotId } from '../../test/a-match.js';
import { aHoldWorld, aSignal, approved, type HoldWorld } from '../../test/hold-world.js';
import { BlockSlot } from './block-slot.js';

const morning = slotId('an-offer');
let key = 0;
const command = (): CommandCause => ({
  kind: 'command',
  key: `key-${++key}`,
  bodyHash: '',
  actor: 'jan',
  correlationId: 'a-story',
  causationId: null,
});

/** An offer with two places that morning. */
async function aWorld(turn?: (what: string) => Promise<void>) {
  const world = aHoldWorld(turn);
  await world.offer('an-offer');
  const useCase = new BlockSlot(world.offers, world.slots);
  const block = async (groups: number, cause = command(), slot = morning) => {
    const offer = await world.offers.get('an-offer');
    if (!offer) throw new Error('the offer is gone');
    return useCase.execute(offer, { slotId: slot, groups }, cause);
  };
  return { ...world, block };
}
const blockedBy = async ({ offers }: Pick<HoldWorld, 'offers'>) =>
  (await offers.get('an-offer'))?.state.blocked.map(({ groups }) => groups);

describe('giving places of a slot away elsewhere', () => {
  it('takes them in the calendar and tells it with the offer', async () => {
    const world = await aWorld();

    const { document } = await world.block(2);

    expect(document.state.blocked).toEqual([{ slotId: morning, groups: 2 }]);
    expect(document.outbox.map(({ type }) => type)).toEqual(['offers.offer-changed']);
    await expect(world.slots.freeIn(morning, 2)).resolves.toBe(0);
  });

  it('says how many are free when that is fewer, and then changes nothing', async () => {
    const world = await aWorld();
    await world.say('a', approved([aNeed('an-offer')]));

    await expect(world.block(2)).rejects.toMatchObject({
      code: 'offers.slot-not-free',
      kind: 'conflict',
      message: expect.stringContaining('At most 1 of the 2 places') as string,
      explained: { facts: { free: 1 } },
    });
    await expect(blockedBy(world)).resolves.toEqual([]);
    await expect(world.slots.freeIn(morning, 2)).resolves.toBe(1);
  });

  it('gives them back', async () => {
    const world = await aWorld();
    await world.block(2);

    await world.block(0);

    await expect(blockedBy(world)).resolves.toEqual([]);
    await expect(world.slots.freeIn(morning, 2)).resolves.toBe(2);
  });

  it('does nothing again for a repeated command, whatever happened since', async () => {
    const world = await aWorld();
    const first = command();
    await world.block(2, first);
    await world.block(0);

    await world.block(2, first);

    await expect(blockedBy(world)).resolves.toEqual([]);
    await expect(world.slots.freeIn(morning, 2)).resolves.toBe(2);
  });

  it('refuses a slot that the offer does not have', async () => {
    const world = await aWorld();

    await expect(world.block(1, command(), slotId('an-offer', '2027-03-02'))).rejects.toMatchObject({
      code: 'offers.slot-missing',
    });
    expect(world.everythingHeld()).toEqual([]);
  });

  it('leaves calendar and offer saying the same when two do it at once', async () => {
    let first = true;
    const late = aSignal();
    const reached = aSignal();
    const world = await aWorld(async (what) => {
      if (!what.startsWith('replace offers.offers') || !first) return;
      first = false;
      reached.give();
      await late.given;
    });

    const one = world.block(1);
    await reached.given;
    await world.block(2);
    late.give();
    await one;

    await expect(blockedBy(world)).resolves.toEqual([2]);
    await expect(world.slots.blockedIn(morning)).resolves.toBe(2);
  });
});
