import { Busyness } from './busyness.js';

/** Somebody was served this recently: others are about to be. */
const rushLasts = 50;
/** How long one of the due runner's places rests after a run while people are served and the thread has no time left. */
const longestRest = 80;
/** Up to this busy the thread has time for both … */
const roomBelow = 0.6;
/** … and from here on only for people. */
const fullFrom = 0.95;
/** Work that has waited this long does not give way any more. */
const patience = 40_000;

/**
 * Lets what can wait (receipts, reminders) give way to people who wait for an answer, as much as the thread is busy. One
 * per process; where no gateway runs nobody is served and nothing rests. Times in ms of a monotonic clock.
 */
export class PeopleFirst {
  private lastServed = -Infinity;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly busyness: { now(): number } = new Busyness(),
  ) {}

  /** Somebody asked something. */
  served(): void {
    this.lastServed = this.now();
  }

  /** How long to rest before more work of which the oldest has waited so long: less the longer it has. */
  restFor(waited: number): number {
    if (this.now() - this.lastServed > rushLasts) return 0;
    const full = (this.busyness.now() - roomBelow) / (fullFrom - roomBelow);
    return longestRest * Math.min(1, Math.max(0, full)) * Math.min(1, Math.max(0, 1 - waited / patience));
  }
}
