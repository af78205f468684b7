import { closeSync, fdatasync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Brings the write-ahead log to the disk without holding the thread. With `synchronous = normal` SQLite itself waits for
 * the disk only at checkpoints; whoever answers a writer waits here first. The file stays the same as long as the
 * database is open.
 */
export class WalSync {
  private constructor(private readonly descriptor: number) {}

  /** Call after the first write, which makes the file. */
  static open(database: string): WalSync {
    const descriptor = openSync(`${database}-wal`, 'r+');
    fsyncSync(descriptor);
    // Otherwise the file's name may be lost with the power.
    const folder = openSync(dirname(database), 'r');
    fsyncSync(folder);
    closeSync(folder);
    return new WalSync(descriptor);
  }

  /** Resolves when everything that was committed before is on disk. */
  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      fdatasync(this.descriptor, (error) => (error ? reject(error) : resolve()));
    });
  }

  syncNow(): void {
    fsyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
