/** What time it is, in epoch milliseconds; the demo's clock may run ahead of the machine's. */
export abstract class Clock {
  abstract now(): number;

  /** The machine's own time, for what is never moved forward: tokens and sessions. */
  wall(): number {
    return this.now();
  }
}
