import { Watchdog } from './watchdog.js';

describe('the watchdog of a consumer', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function aWatchdog() {
    const state = { finished: 0, left: 3, broker: true, others: true, stuck: 0 };
    const answer = async (up: boolean) => {
      if (!up) throw new Error('away');
    };
    const watchdog = new Watchdog(
      {
        finished: () => state.finished,
        left: () => answer(state.broker).then(() => state.left),
        answers: () => answer(state.others),
      },
      () => (state.stuck += 1),
    );
    return { state, watchdog };
  }
  const minutes = (n: number) => jest.advanceTimersByTimeAsync(n * 60_000);

  it('tells once when nothing was finished for a minute although every server answers', async () => {
    const { state } = aWatchdog();

    await minutes(0.9);
    expect(state.stuck).toBe(0);
    await minutes(5);

    expect(state.stuck).toBe(1);
  });

  it.each([
    ['there is nothing to do', { left: 0 }],
    ['the broker is away', { broker: false }],
    ['the store is away', { others: false }],
  ])('says nothing while %s', async (_, change) => {
    const { state, watchdog } = aWatchdog();

    Object.assign(state, change);
    await minutes(10);

    expect(state.stuck).toBe(0);
    watchdog.close();
  });

  it('begins anew with every bit of progress and after an outage', async () => {
    const { state, watchdog } = aWatchdog();

    for (let n = 0; n < 10; n += 1) {
      await minutes(0.5);
      state.finished += 1;
    }
    state.others = false;
    await minutes(2);
    state.others = true;
    await minutes(0.9);

    expect(state.stuck).toBe(0);
    watchdog.close();
  });
});
