import { aWorld, type World } from '../support/world.js';
import { RaceForOneSlot } from './one-slot.js';

jest.setTimeout(400_000);

const rounds = Number(process.env['APPROVAL_ROUNDS'] ?? 20);
const approvals = Number(process.env['APPROVALS'] ?? 1_000);

describe(`${approvals} approvals at once for one place`, () => {
  let world: World;
  let race: RaceForOneSlot;
  beforeAll(async () => {
    world = await aWorld({ limits: { perPerson: 1e6, perNetwork: 1e6 } });
    race = await RaceForOneSlot.prepare(world, approvals);
  });
  afterAll(() => world.close());

  it.each(Array.from({ length: rounds }, (_, n) => n + 1))('round %i: one has it', async (nth) => {
    const { ends, unexpected } = await race.round(nth);

    const { refused: _, ...won } = ends;
    expect(won).toEqual({ asked: 1 });
    expect(unexpected).toEqual([]);
  });
});
