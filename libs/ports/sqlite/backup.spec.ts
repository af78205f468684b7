import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  BackupRefused,
  FolderInUse,
  SqliteFile,
  SqliteSnapshot,
  backUp,
  lastBackup,
  restore,
} from '#libs/ports/sqlite';
import { TemporaryFolder, runScript } from '#libs/ports/sqlite/testing';

const about = { version: '0.1.0', madeAt: '2026-11-23T09:00:00Z' };

describe('a backup', () => {
  let from: TemporaryFolder;
  let to: TemporaryFolder;
  let file: string;
  beforeEach(() => {
    from = new TemporaryFolder();
    to = new TemporaryFolder();
    file = join(to.path, 'backups.leerbrug');
    from.file.writeNow((statements) => statements('create table word (text text primary key)').run());
  });
  afterEach(async () => {
    await from.end();
    await to.end();
  });
  const add = (word: string) =>
    from.file.write((statements) => void statements('insert into word (text) values (?)').run(word));
  const folder = () => join(to.path, 'restored');
  const wordsIn = (at: string) => {
    const snapshot = SqliteSnapshot.open(join(at, 'leerbrug.db'));
    const words = [...snapshot.rows('select text from word order by text')].map(({ text }) => text);
    snapshot.close();
    return words;
  };

  it('is what was there at that moment, and says so', async () => {
    await add('before');
    const made = await backUp(from.path, file, about);
    await add('after');

    expect(await restore(file, folder())).toEqual(made);
    expect(made).toMatchObject({ ...about, format: 1, magic: 'leerbrug-backup' });
    expect(wordsIn(folder())).toEqual(['before']);
    expect(readdirSync(to.path).filter((name) => name.startsWith('backup'))).toEqual(['backups.leerbrug']);
  });

  it('is remembered beside the database, and goes on where that cannot be', async () => {
    expect(await lastBackup(from.path)).toBeNull();

    const { madeAt, bytes } = await backUp(from.path, file, about);
    expect(await lastBackup(from.path)).toEqual({ madeAt, bytes });

    mkdirSync(join(from.path, 'last-backup.json.draft'));
    expect(await backUp(from.path, `${file}.second`, about)).toMatchObject(about);
  });

  it('can be opened and written as any folder', async () => {
    await add('before');
    await backUp(from.path, file, about);
    await restore(file, folder());

    const restored = SqliteFile.open(folder());
    await restored.write((statements) => void statements("insert into word (text) values ('new')").run());
    await restored.close();

    expect(wordsIn(folder())).toEqual(['before', 'new']);
  });

  it('has all that was acknowledged before it, while another process writes on', async () => {
    const acknowledged: number[] = [];
    let before = 0;
    let backing: Promise<unknown> | undefined;
    await from.file.close();
    const text = `
      import { SqliteFile } from '#libs/ports/sqlite';
      const file = SqliteFile.open(${JSON.stringify(from.path)});
      for (let n = 0; ; n += 1) {
        await file.write((statements) => void statements('insert into word (text) values (?)').run(String(n).padStart(9, '0') + 'x'.repeat(2_000)));
        console.log(n);
      }`;
    await runScript(text, (line, script) => {
      acknowledged.push(Number(line));
      if (backing || acknowledged.length < 200) return;
      before = Number(line);
      backing = backUp(from.path, file, about).finally(() => script.kill());
    });
    await backing;
    await restore(file, folder());

    const words = wordsIn(folder()).map((word) => Number(String(word).slice(0, 9)));
    expect(words.length).toBeGreaterThan(before);
    expect(words).toEqual(words.map((_, n) => n));
    expect(acknowledged.length).toBeGreaterThan(before);
  });

  it.each<[string, () => void, RegExp]>([
    ['is cut off', () => truncateSync(file, 300), /is damaged: take an older backup\.$/],
    ['lacks its last bytes', () => truncateSync(file, readFileSync(file).length - 9), /is damaged/],
    ['was changed', () => change(file, -40), /is damaged/],
    [
      'says another checksum',
      () => writeFileSync(file, swapped(file, /"sha256":"./, '"sha256":"z')),
      /damaged/,
    ],
    ['is no backup', () => writeFileSync(file, 'SQLite format 3\0'), /is no backup of Leerbrug\.$/],
    ['is empty', () => writeFileSync(file, ''), /is no backup of Leerbrug\.$/],
    [
      'was made by a newer version',
      () =>
        writeFileSync(file, swapped(file, '"format":1,"version":"0.1.0"', '"format":2,"version":"9.9.9"')),
      /was made by a newer Leerbrug \(9\.9\.9\): restore it with that one\.$/,
    ],
  ])('that %s is refused and leaves nothing', async (_, spoil, sentence) => {
    await add('before');
    await backUp(from.path, file, about);
    spoil();

    await expect(restore(file, folder())).rejects.toThrow(sentence);
    await expect(restore(file, folder())).rejects.toBeInstanceOf(BackupRefused);
    expect(existsSync(join(folder(), 'leerbrug.db'))).toBe(false);
    expect(readdirSync(folder()).filter((name) => name.includes('draft'))).toEqual([]);
  });

  it('goes into an empty folder only, that nobody uses', async () => {
    await add('before');
    await backUp(from.path, file, about);

    await expect(restore(file, from.path)).rejects.toBeInstanceOf(FolderInUse);
    await restore(file, folder());
    await expect(restore(file, folder())).rejects.toThrow('is not empty');
    expect(wordsIn(folder())).toEqual(['before']);
  });

  it('writes over nothing, and needs something to copy', async () => {
    appendFileSync(file, 'something');

    await expect(backUp(from.path, file, about)).rejects.toThrow('exists: choose another name.');
    await expect(backUp(folder(), `${file}.2`, about)).rejects.toThrow('holds no Leerbrug.');
    expect(readFileSync(file, 'utf8')).toBe('something');
  });
});

function change(file: string, at: number): void {
  const bytes = readFileSync(file);
  const place = bytes.length + at;
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

/** Byte for byte: what follows the first line is no text. */
function swapped(file: string, one: string | RegExp, other: string): Buffer {
  return Buffer.from(readFileSync(file, 'latin1').replace(one, other), 'latin1');
}
