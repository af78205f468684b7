import path from 'node:path';
import { SystemClock } from '#libs/ports/clock/system';
import { BackupRefused, FolderInUse, backUp, restore, sqliteCode } from '#libs/ports/sqlite';
import { Stopped } from '../api.js';
import { readConfig } from '../config.js';
import type { Screen } from '../screen.js';

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of this Leerbrug. */
  readonly version: string;
}

/** Copies the folder's database into one file, whether or not somebody works in it. @throws Stopped */
export async function makeBackup(
  file: string,
  { environment, version }: Surroundings,
  screen: Screen,
): Promise<void> {
  const folder = readConfig(environment).LEERBRUG_DATA;
  const { bytes } = await stoppedBy(() =>
    backUp(folder, file, { version, madeAt: new Date(new SystemClock().now()).toISOString() }),
  );
  screen.line(`${file} holds ${folder} as it was just now: ${bytes} bytes, packed.`);
  screen.line(`Keep ${path.join(folder, 'secret.json')} as well, in another place: it is not in the backup.`);
}

/** Puts a backup into the folder, which must be empty. @throws Stopped */
export async function restoreBackup(
  file: string,
  { environment }: Surroundings,
  screen: Screen,
): Promise<void> {
  const folder = readConfig(environment).LEERBRUG_DATA;
  const { madeAt, version } = await stoppedBy(() => restore(file, folder));
  screen.line(`${folder} is as it was at ${madeAt}, by Leerbrug ${version}.`);
  screen.line(`Put its secret.json back into ${folder} before you start.`);
}

/** What a person can do something about is one sentence. @throws Stopped */
export async function stoppedBy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FolderInUse) throw new Stopped(`${error.message}. Stop that one first.`);
    if (error instanceof BackupRefused) throw new Stopped(error.message);
    if (isOfFiles(error))
      throw new Stopped(
        `It cannot be read or written there (${(error as Error).message}). Make room, give this user the right to, or choose another place.`,
      );
    throw error;
  }
}

/** What the system says of a place that is full, read-only, somebody else's or not there. */
const codesOfFiles = new Set(['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EROFS', 'ENOSPC', 'EDQUOT']);
/** The same as SQLite says it: no permission, read-only, input or output, full, cannot be opened. */
const codesOfSqlite = new Set<number | undefined>([3, 8, 10, 13, 14]);

function isOfFiles(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return codesOfFiles.has(code) || codesOfSqlite.has(sqliteCode(error));
}
