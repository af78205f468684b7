import type { PeopleFirst } from '../aggregates/people-first.js';

/** A quarter of what due work rests: what others read later must not fall far behind. */
const share = 0.25;

/**
 * Lets the events of a service nobody waits for (figures, the trail) come one after the other, with a rest between them,
 * while people are served; all at once as soon as nobody is, or when they have waited long.
 */
export class Turns {
  private line: Promise<void> = Promise.resolve();

  constructor(
    private readonly people: PeopleFirst,
    private readonly pause: (milliseconds: number) => Promise<void>,
  ) {}

  next(): Promise<void> {
    const since = performance.now();
    if (this.people.restFor(0) === 0) return this.line;
    this.line = this.line.then(() => {
      const rest = this.people.restFor(performance.now() - since) * share;
      return rest > 0 ? this.pause(rest) : undefined;
    });
    return this.line;
  }
}
