import fc from 'fast-check';
import { aTownWithOffers, play, stories } from '../../test/hold-stories.js';

class Crash extends Error {}

/** Dies at that write and at all after it, until it is revived. */
function mortal() {
  let writes = 0;
  let diesAt = Infinity;
  return {
    turn: async () => {
      if (++writes >= diesAt) throw new Crash();
    },
    dieAfter: (more: number) => {
      diesAt = writes + more;
    },
    revive: () => {
      diesAt = Infinity;
    },
    writes: () => writes,
  };
}

describe('what a match holds', () => {
  it.each(stories)('%s, with a crash between any two steps', async (_what, story, held, told) => {
    const whole = mortal();
    const begin = whole.writes;
    await play(await aTownWithOffers(whole.turn), story);

    for (let crash = 3; crash <= begin(); crash++) {
      for (const swept of [false, true]) {
        const life = mortal();
        const world = await aTownWithOffers(life.turn);
        life.dieAfter(crash - life.writes());
        for (const said of story) {
          const cause = world.causeOf('a');
          await world.hear(said, cause).catch(async (error: unknown) => {
            if (!(error instanceof Crash)) throw error;
            life.revive();
            if (swept) {
              world.clock.advance(6_000);
              await world.due.sweep();
            }
            await world.hear(said, cause);
          });
        }
        await world.rest();

        expect(world.everythingHeld().sort()).toEqual([...held].sort());
        expect(world.told('a')).toMatchObject(told);
        expect(world.told('a')).toHaveLength(told.length);
      }
    }
  });

  it.each(stories)('%s, with other runners at the same time', async (_what, story, held, told) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        let free = true;
        const world = await aTownWithOffers(async (what) => {
          if (!free) await scheduler.schedule(Promise.resolve(), what);
        });
        free = false;
        const beside: Promise<unknown>[] = [];
        for (const said of story) {
          const cause = world.causeOf('a');
          const begun = world.hear(said, cause);
          world.clock.advance(6_000);
          beside.push(world.due.sweep(), begun);
          await scheduler.waitFor(Promise.race([begun, world.hear(said, cause)]));
        }
        await scheduler.waitFor(Promise.all(beside));
        free = true;
        await world.rest();

        expect(world.everythingHeld().sort()).toEqual([...held].sort());
        expect(world.told('a')).toMatchObject(told);
        expect(world.told('a')).toHaveLength(told.length);
        expect(world.failures).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
