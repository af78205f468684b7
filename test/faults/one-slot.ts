import { until } from '../support/until.js';
import { callersOf, postedRequest, publishedOffer, type Callers } from '../support/world.js';
import type { Attacked } from './attacked.js';
import type { Alive } from './victim.js';

const connections = 200;
/** A cluster on one machine works off a thousand of them. */
const patienceSeconds = 300;

/** What became of one round: how the matches ended that were started, and answers that nobody expected. */
export interface Round {
  readonly ends: Readonly<Record<string, number>>;
  readonly unexpected: readonly string[];
}

/** As many requests as there will be approvals, and a round of them at once for every slot that is offered. */
export class RaceForOneSlot {
  private constructor(
    private readonly people: Callers,
    private readonly requests: readonly string[],
  ) {}

  static async prepare(people: Callers, approvals: number): Promise<RaceForOneSlot> {
    await publishedOffer(people);
    await postedRequest(people);
    const requests = await together(approvals, async (n) => {
      const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name: `groep ${n}` }];
      return (await postedRequest(people, { groups })).id as string;
    });
    return new RaceForOneSlot(people, requests);
  }

  async round(nth: number): Promise<Round> {
    const { coordinator } = this.people;
    const offer = await publishedOffer(this.people, { title: `Les ${nth}` });
    const slotId = offer.slots[0].id;
    const answers = await together(this.requests.length, (n) =>
      until(
        async () => {
          const answer = await coordinator.post('/api/matches', { requestId: this.requests[n], slotId });
          return answer.status === 422 ? undefined : answer;
        },
        'the slot to be known',
        patienceSeconds,
      ),
    );
    const started = answers.filter(({ status }) => status < 300).map(({ body }) => body.id as string);
    const ends = await together(started.length, (n) =>
      until(
        async () => {
          const { body } = await coordinator.get(`/api/matches/${started[n]}`);
          return body.state !== 'holding' && (body.state as string);
        },
        'the match to be settled',
        patienceSeconds,
      ),
    );
    const counted = Map.groupBy(ends, (end) => end);
    return {
      ends: Object.fromEntries([...counted].map(([end, all]) => [end, all.length])),
      unexpected: answers
        .filter(({ status }) => status >= 300 && status !== 409)
        .map(({ status, body }) => `${status} ${JSON.stringify(body)}`),
    };
  }
}

/** Rounds against whatever answers; prints each, and what the audit finds in the end. */
export async function raceForOneSlot(
  attacked: Attacked,
  rounds: number,
  approvals: number,
): Promise<boolean> {
  try {
    await attacked.start();
    const { url, tokens } = attacked.alive as Alive;
    const race = await RaceForOneSlot.prepare(callersOf(url, tokens), approvals);
    let right = 0;
    for (let nth = 1; nth <= rounds; nth++) {
      const { ends, unexpected } = await race.round(nth);
      const { refused, ...won } = ends;
      const isRight = won['asked'] === 1 && Object.keys(won).length === 1 && unexpected.length === 0;
      if (isRight) right += 1;
      process.stdout.write(`round ${nth}: ${JSON.stringify(won)}, ${refused ?? 0} refused\n`);
      for (const answer of unexpected.slice(0, 3)) process.stdout.write(`  ${answer}\n`);
    }
    const wrong = await attacked.audit();
    for (const sentence of wrong) process.stdout.write(`audit: ${sentence}\n`);
    process.stdout.write(`${right} of ${rounds} rounds of ${approvals} approvals: one has it\n`);
    return right === rounds && wrong.length === 0;
  } finally {
    await attacked.end();
  }
}

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
