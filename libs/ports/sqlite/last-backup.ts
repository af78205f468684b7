import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from './backup-file.js';

const NAME = 'last-backup.json';

/** When a folder's database was last copied, and how large it was then. */
export type LastBackup = Pick<Manifest, 'madeAt' | 'bytes'>;

/** Null when nobody ever made one, or nobody could write that down. */
export async function lastBackup(folder: string): Promise<LastBackup | null> {
  try {
    return JSON.parse(await readFile(join(folder, NAME), 'utf8')) as LastBackup;
  } catch {
    return null;
  }
}

/** Whole or not at all. */
export async function noteBackup(folder: string, { madeAt, bytes }: LastBackup): Promise<void> {
  const draft = join(folder, `${NAME}.draft`);
  await writeFile(draft, `${JSON.stringify({ madeAt, bytes })}\n`, { mode: 0o600 });
  await rename(draft, join(folder, NAME));
}
