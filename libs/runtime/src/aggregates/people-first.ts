/** Somebody was served this recently: others are about to be. */
const rushLasts = 50;
/** How long one of the due runner's places rests after a run while people are served. */
const longestRest = 80;
/** Work that has waited this long does not give way any more. */
const patience = 40_000;

/**
 * Lets what can wait (receipts, reminders) give way to people who wait for an answer. One per process; where no gateway
 * runs nobody is served and nothing rests. Times in ms of a monotonic clock.
 */
export class PeopleFirst {
  private lastServed = -Infinity;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Somebody asked something. */
  served(): void {
    this.lastServed = this.now();
  }

  /** How long to rest before more work of which the oldest has waited since then: less the older it is. */
  restFor(waitingSince: number): number {
    const now = this.now();
    if (now - this.lastServed > rushLasts) return 0;
    return longestRest * Math.max(0, 1 - (now - waitingSince) / patience);
  }
}
