import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteFile } from '#libs/ports/sqlite';

/** For specs: a folder that goes with the test, and the file in it. */
export class TemporaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'leerbrug-'));
  file = SqliteFile.open(this.path);

  async reopen(): Promise<SqliteFile> {
    await this.file.close();
    this.file = SqliteFile.open(this.path);
    return this.file;
  }

  async end(): Promise<void> {
    await this.file.close();
    rmSync(this.path, { recursive: true, force: true });
  }
}
