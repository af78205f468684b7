import { until } from '../support/until.js';
import { aWorld, postedRequest, publishedOffer, type World } from '../support/world.js';

jest.setTimeout(400_000);

const rounds = Number(process.env['APPROVAL_ROUNDS'] ?? 20);
const approvals = Number(process.env['APPROVALS'] ?? 1_000);
const connections = 200;

/** All of them, over so many connections. */
async function together<T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) answers.push(await one(n));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return answers;
}

describe(`${approvals} approvals at once for one place`, () => {
  let world: World;
  let requests: string[];
  beforeAll(async () => {
    world = await aWorld({ limits: { perPerson: 1e6, perNetwork: 1e6 } });
    await publishedOffer(world);
    await postedRequest(world);
    requests = await together(approvals, async (n) => {
      const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name: `groep ${n}` }];
      return (await postedRequest(world, { groups })).id as string;
    });
  });
  afterAll(() => world.close());

  it.each(Array.from({ length: rounds }, (_, n) => n + 1))('round %i: one has it', async (round) => {
    const offer = await publishedOffer(world, { title: `Les ${round}` });
    const slotId = offer.slots[0].id;
    const answers = await together(approvals, (n) =>
      until(async () => {
        const answer = await world.coordinator.post('/api/matches', { requestId: requests[n], slotId });
        return answer.status === 422 ? undefined : answer;
      }, 'the slot to be known'),
    );
    const started = answers.filter(({ status }) => status < 300).map(({ body }) => body.id as string);
    const states = await Promise.all(
      started.map((id) =>
        until(async () => {
          const { body } = await world.coordinator.get(`/api/matches/${id}`);
          return body.state !== 'holding' && (body.state as string);
        }, 'the match to be settled'),
      ),
    );

    expect(states.filter((state) => state !== 'refused')).toEqual(['asked']);
    expect(answers.filter(({ status }) => status >= 300 && status !== 409)).toEqual([]);
  });
});
