import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../../apps/cli/src/audit/audit.js';
import type { Attacked } from './attacked.js';
import { startsAt } from './mornings.js';
import { wrongByAudit } from './wrong-by-audit.js';
import type { Planted } from './planted.js';
import { readBooks } from './read-books.js';
import { Victims } from './victim.js';

/** The embedded Leerbrug: one process on one folder. */
export class OneProcess implements Attacked {
  readonly crowd = 32;
  private readonly folder = mkdtempSync(join(tmpdir(), 'leerbrug-faults-'));
  private readonly victims: Victims;

  constructor(entry: string, bug?: Planted) {
    this.victims = new Victims(entry, this.folder, startsAt);
    this.victims.planted = bug;
  }

  get alive() {
    return this.victims.alive;
  }

  get upFor(): number {
    return this.victims.upFor;
  }

  get recoveries(): readonly number[] {
    return this.victims.recoveries.slice(1);
  }

  start(): Promise<void> {
    return this.victims.start();
  }

  async harm(random: () => number): Promise<readonly string[]> {
    const done: string[] = ['kill -9'];
    if (random() < 0.15) {
      done.push('stopped and continued');
      await this.victims.freeze(100 + random() * 1_400);
    }
    await this.victims.end('SIGKILL');
    if (random() < 0.15) {
      done.push('the clock jumps');
      this.victims.sleep(random() < 0.3 ? -20_000 * random() : 600_000 * random());
    }
    await this.victims.start();
    return done;
  }

  whole(): Promise<void> {
    return Promise.resolve();
  }

  async books() {
    return readBooks(this.folder);
  }

  audit(): Promise<readonly string[]> {
    return wrongByAudit((screen) =>
      audit({ environment: { LEERBRUG_DATA: this.folder }, cluster: false }, screen),
    );
  }

  async end(): Promise<void> {
    await this.victims.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
