import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode } from './error-code.js';

const BUSY = 5;

/** Another process (or another opening in this one) keeps its data in that folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(folder: string, pid: string | undefined, options?: ErrorOptions) {
    super(`${folder} is in use by ${pid ? `process ${pid}` : 'another process'}`, options);
  }
}

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process. The lock is the operating system's, on a database of its own, so it ends with the
 * process however that dies. The pid lies in a plain file beside it and is only told, never believed: reading the locked
 * file itself would drop the lock, because POSIX locks end when any descriptor of the process on the file is closed.
 * @throws FolderInUse
 */
export function lockFolder(folder: string): FolderLock {
  const pidFile = join(folder, 'leerbrug.pid');
  const lock = new DatabaseSync(join(folder, 'leerbrug.lock'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = memory');
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    if (sqliteCode(cause) !== BUSY) throw cause;
    throw new FolderInUse(folder, readPid(pidFile), { cause });
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return { release: () => lock.close() };
}

function readPid(file: string): string | undefined {
  try {
    return /^\d+/.exec(readFileSync(file, 'utf8'))?.[0];
  } catch {
    // The holder has not written it yet: the refusal stands without a number.
    return undefined;
  }
}
