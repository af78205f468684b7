import { aSession } from '../../test/a-match.js';
import { aSignal, approved, asked, dropped, ended, wanted } from '../../test/hold-world.js';
import { aTownWithOffers, first, nextWeek, play, second, stories } from '../../test/hold-stories.js';

describe('what a match holds', () => {
  it.each(stories)('%s', async (_what, story, held, told) => {
    const world = await aTownWithOffers();

    await play(world, story);
    await world.rest();

    expect(world.everythingHeld().sort()).toEqual([...held].sort());
    expect(world.told('a')).toMatchObject(told);
    expect(world.told('a')).toHaveLength(told.length);
    expect(world.failures).toEqual([]);
  });

  it.each(stories)('%s, and nothing is left anywhere after its end', async (_what, story) => {
    const world = await aTownWithOffers();

    await play(world, [...story, ended()]);
    await world.rest();

    expect(world.everythingHeld()).toEqual([]);
    expect(world.phases('a')).toEqual([]);
  });

  it('leaves nothing behind when a runner slept through its whole life', async () => {
    const wake = aSignal();
    const asleep = aSignal();
    let slept = false;
    const world = await aTownWithOffers(async (what) => {
      if (slept || !what.includes('offers.days')) return;
      slept = true;
      asleep.give();
      await wake.given;
    });
    const late = world.say('a', approved(first));
    await asleep.given;
    await world.rest();
    await world.say('a', ended());
    await world.rest();

    wake.give();
    await late;

    expect(world.phases('a')).toEqual([]);
    expect(world.everythingHeld()).toEqual([]);
  });

  it('leaves nothing behind of a change that came and went while a runner slept', async () => {
    const [wake, asleep] = [aSignal(), aSignal()];
    let slept = false;
    const world = await aTownWithOffers(async (what) => {
      if (slept || !what.includes('offers.days') || !what.includes('2027-01-19')) return;
      slept = true;
      asleep.give();
      await wake.given;
    });
    await play(world, [approved(first), asked(1)]);
    const late = world.say('a', wanted(2, second, [nextWeek]));
    await asleep.given;
    await world.rest();
    await world.say('a', dropped(2));
    await world.rest();

    wake.give();
    await late;

    expect(world.phases('a')).toEqual(['1 held']);
    expect(world.everythingHeld().filter((line) => line.startsWith('a#2'))).toEqual([]);
  });

  it('is nothing when it lies in the past', async () => {
    const world = await aTownWithOffers();
    const past = aSession({ date: '2026-11-16' });

    await world.say('a', approved([], { state: 'held', origin: 'arranged', sessions: [past] }));
    world.clock.advance(60 * 60_000);
    await world.due.sweep();

    expect(world.everythingHeld()).toEqual([]);
    expect(world.told('a')).toMatchObject([{ type: 'held', question: 1, slots: [] }]);
  });

  it('asks matching when nothing was said of a newer question, and again', async () => {
    const world = await aTownWithOffers();
    await play(world, [approved(first), asked(1), wanted(2, second, [nextWeek])]);

    for (let i = 0; i < 2; i++) {
      world.clock.advance(10 * 60_000);
      await world.due.sweep();
    }

    expect(world.told('a').slice(2)).toMatchObject([
      { type: 'overdue', question: 2 },
      { type: 'overdue', question: 2 },
    ]);
  });
});
