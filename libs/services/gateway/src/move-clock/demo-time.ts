/** The time of the demo, which people may move forward; only the process that makes a demo has one. */
export abstract class DemoTime {
  /** Epoch ms; undefined where no demo runs. */
  abstract now(): number | undefined;

  /**
   * Moves to the moment that `later` makes of now and wakes what falls due by then, without waiting for what it does.
   * Lasts beyond a restart; the same key again changes nothing.
   */
  abstract moveTo(later: (now: number) => number, key: string): Promise<void>;
}
