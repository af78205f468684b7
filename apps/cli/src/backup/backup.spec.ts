import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteFile } from '#libs/ports/sqlite';
import { Stopped } from '../api.js';
import { makeBackup, restoreBackup } from './backup.js';
import { moveBackup } from './move.js';

const screen = { line: () => undefined, progress: () => ({ at() {}, end() {} }) };

describe('a backup that cannot be where it should', () => {
  let folder: string;
  let around: { environment: Record<string, string>; version: string };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leerbrug-backup-'));
    around = { environment: { LEERBRUG_DATA: join(folder, 'data') }, version: '0.1.0' };
    await SqliteFile.open(join(folder, 'data')).close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const sentence = /^It cannot be read or written there \(.+\)\. Make room/;
  const stops = async (work: Promise<void>) => {
    await expect(work).rejects.toThrow(sentence);
    await expect(work).rejects.toBeInstanceOf(Stopped);
  };

  it('is one sentence: its folder is not there', async () => {
    await stops(makeBackup(join(folder, 'none', 'a.backup'), around, screen));
  });

  it('is one sentence: what should be a folder is a file', async () => {
    await makeBackup(join(folder, 'a.backup'), around, screen);
    writeFileSync(join(folder, 'file'), '');
    const there = { ...around, environment: { LEERBRUG_DATA: join(folder, 'file', 'data') } };

    await stops(restoreBackup(join(folder, 'a.backup'), there, screen));
  });

  it('is one sentence: the database is a folder', async () => {
    rmSync(join(folder, 'data', 'leerbrug.db'));
    mkdirSync(join(folder, 'data', 'leerbrug.db'));

    await stops(makeBackup(join(folder, 'a.backup'), around, screen));
  });

  it('is one sentence: there is no room beside a backup that moves', async () => {
    await stops(moveBackup(join(folder, 'none', 'a.backup'), around, screen));
  });
});
