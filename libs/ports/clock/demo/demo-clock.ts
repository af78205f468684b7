import { Clock } from '#libs/ports/clock/port';

/** How far a clock was moved, and by which commands. */
export interface MovedTime {
  readonly aheadMs: number;
  /** The newest last. */
  readonly keys: readonly string[];
}

const mostKeys = 32;

/** The machine's time, ahead by what people moved it; it never goes back, and a command moves it once. */
export class DemoClock extends Clock {
  private moving: Promise<void> = Promise.resolve();

  /** `keep` makes what was moved outlast the process; what it got last is `moved` at the next start. */
  constructor(
    private readonly machine: Clock,
    private readonly keep: (moved: MovedTime) => Promise<void>,
    private moved: MovedTime = { aheadMs: 0, keys: [] },
  ) {
    super();
  }

  now(): number {
    return this.machine.now() + this.moved.aheadMs;
  }

  override wall(): number {
    return this.machine.now();
  }

  /** Moves forward to that moment (epoch ms) of its own time as it is then; the same key again changes nothing. */
  moveTo(later: (now: number) => number, key: string): Promise<void> {
    const move = this.moving.then(() => this.move(later, key));
    this.moving = move.catch(() => undefined);
    return move;
  }

  private async move(later: (now: number) => number, key: string): Promise<void> {
    const { aheadMs, keys } = this.moved;
    if (keys.includes(key)) return;
    const now = this.now();
    const forward = later(now) - now;
    if (!(forward > 0)) throw new RangeError('time only moves forward');
    const moved = { aheadMs: aheadMs + forward, keys: [...keys, key].slice(-mostKeys) };
    await this.keep(moved);
    this.moved = moved;
  }
}
