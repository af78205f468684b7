import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';
import { BackupRefused, pack, unpack, type Manifest } from './backup-file.js';
import { lockFolder } from './folder-lock.js';
import { noteBackup } from './last-backup.js';

const DATABASE = 'leerbrug.db';
/** The most that can be said. */
const ALL_PAGES = 2 ** 31 - 1;
/** May lie in a folder that nothing was put into yet. */
const ours: ReadonlySet<string> = new Set(['leerbrug.lock', 'leerbrug.pid', 'secret.json']);

/**
 * The state of the folder's database at one moment, while its process goes on writing; `file` is whole or not there.
 * @throws BackupRefused when there is nothing to copy, or `file` exists
 */
export async function backUp(
  folder: string,
  file: string,
  about: Pick<Manifest, 'version' | 'madeAt'>,
): Promise<Manifest> {
  if (!existsSync(join(folder, DATABASE))) throw new BackupRefused(`${folder} holds no Leerbrug.`);
  if (existsSync(file)) throw new BackupRefused(`${file} exists: choose another name.`);
  const copy = `${file}.database`;
  const source = new DatabaseSync(join(folder, DATABASE), { readOnly: true });
  try {
    // All pages in one step: between steps another process writes, and then it would begin anew.
    await backup(source, copy, { rate: ALL_PAGES });
    const manifest = await pack(copy, file, about);
    // A backup of a folder that nobody may write in is one all the same.
    await noteBackup(folder, manifest).catch(() => undefined);
    return manifest;
  } finally {
    source.close();
    await rm(copy, { force: true });
  }
}

/**
 * Puts a backup into an empty folder, which nobody may have open.
 * @throws BackupRefused; FolderInUse
 */
export async function restore(file: string, folder: string): Promise<Manifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  try {
    const there = readdirSync(folder).filter((name) => !ours.has(name));
    if (there.length > 0)
      throw new BackupRefused(`${folder} is not empty: a backup is restored into a new folder only.`);
    const draft = join(folder, `${DATABASE}.draft`);
    const manifest = await unpack(file, draft);
    checkWhole(draft, file);
    await rename(draft, join(folder, DATABASE));
    return manifest;
  } finally {
    lock.release();
    for (const suffix of ['', '-wal', '-shm'])
      await rm(join(folder, `${DATABASE}.draft${suffix}`), { force: true });
  }
}

function checkWhole(database: string, file: string): void {
  const copy = new DatabaseSync(database);
  try {
    const answers = copy.prepare('pragma quick_check').all();
    if (answers[0]?.['quick_check'] !== 'ok')
      throw new BackupRefused(`${file} is damaged: take an older backup.`);
  } finally {
    copy.close();
  }
}
