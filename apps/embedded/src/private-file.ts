import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A small JSON file in the data folder that only its owner may read. */
export class PrivateFile<T extends object> {
  readonly path: string;

  constructor(folder: string, name: string) {
    this.path = join(folder, name);
  }

  /** Undefined when it is not there, or is no JSON. */
  async read(): Promise<T | undefined> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8')) as T;
    } catch {
      // Whoever damaged it by hand gets a new one.
      return undefined;
    }
  }

  /** Whole or not at all, whenever the process dies. */
  async write(content: T): Promise<void> {
    const draft = `${this.path}.draft`;
    await rm(draft, { force: true });
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    await rename(draft, this.path);
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}
