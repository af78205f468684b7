import { PeopleFirst } from '../aggregates/people-first.js';
import { Turns } from './turns.js';

function aRush(served: boolean) {
  const people = new PeopleFirst(undefined, { now: () => 1 });
  if (served) people.served();
  const rests: { readonly milliseconds: number; readonly end: () => void }[] = [];
  const turns = new Turns(people, (milliseconds) => new Promise((end) => rests.push({ milliseconds, end })));
  return { turns, rests };
}

describe('events that nobody waits for', () => {
  it('come at once while nobody is served', async () => {
    const { turns, rests } = aRush(false);

    await Promise.all([turns.next(), turns.next()]);

    expect(rests).toEqual([]);
  });

  it('come one after the other, each after a rest, while people are served', async () => {
    const { turns, rests } = aRush(true);
    const came: string[] = [];
    const first = turns.next().then(() => came.push('first'));
    const second = turns.next().then(() => came.push('second'));

    await Promise.resolve();
    expect([came, rests.length]).toEqual([[], 1]);
    expect(rests[0]?.milliseconds).toBeGreaterThan(0);
    rests[0]?.end();
    await first;
    expect(came).toEqual(['first']);
    rests[1]?.end();
    await second;
    expect(came).toEqual(['first', 'second']);
  });
});
