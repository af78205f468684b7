import { SystemClock } from '#libs/ports/clock/system';
import { DemoClock, type MovedTime } from '#libs/ports/clock/demo';
import type { Clock } from '#libs/ports/clock/port';
import { DemoTime } from '#libs/services/gateway';
import { PrivateFile } from '../private-file.js';

/** The clock of a folder that may hold a demo: as far ahead as people moved it before. */
export async function demoClockOf(folder: string, machine: Clock = new SystemClock()): Promise<DemoClock> {
  const file = new PrivateFile<MovedTime>(folder, 'demo-clock.json');
  return new DemoClock(machine, (moved) => file.write(moved), await file.read());
}

/** Closed until it is known that the folder holds a demo: nobody moves the time of a real region. */
export class EmbeddedDemoTime extends DemoTime {
  private opened: DemoClock | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly wake: () => void,
  ) {
    super();
  }

  open(): void {
    if (this.clock instanceof DemoClock) this.opened = this.clock;
  }

  now(): number | undefined {
    return this.opened?.now();
  }

  async moveTo(later: (now: number) => number, key: string): Promise<void> {
    if (!this.opened) return;
    await this.opened.moveTo(later, key);
    this.wake();
  }
}
