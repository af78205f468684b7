import fs from 'node:fs';
import { Unavailable } from '#libs/contracts';
import { FolderInUse, SqliteFile } from '#libs/ports/sqlite';
import { runScript, TemporaryFolder } from '#libs/ports/sqlite/testing';

describe('SqliteFile', () => {
  let folder: TemporaryFolder;
  let file: SqliteFile;
  beforeEach(() => {
    folder = new TemporaryFolder();
    file = folder.file;
    file.writeNow((statements) => statements('create table word (text text primary key)').run());
  });
  afterEach(() => folder.end());

  const add = (...words: string[]): Promise<void> =>
    file.write((statements) => {
      for (const word of words) statements('insert into word (text) values (?)').run(word);
    });
  const words = (): unknown[] =>
    file
      .statement('select text from word order by text')
      .all()
      .map(({ text }) => text);

  it('answers with what the job gave, once it can be read', async () => {
    const written = file.write(
      (statements) => statements('insert into word (text) values (?)').run('a').changes,
    );

    expect(words()).toEqual([]);
    expect(await written).toBe(1);
    expect(words()).toEqual(['a']);
  });

  it('puts writes that arrive together into one commit', async () => {
    const before = file.commits;

    await Promise.all(['a', 'b', 'c', 'd'].map((word) => add(word)));
    expect([file.commits - before, file.writes]).toEqual([1, 4]);

    await add('e');
    await add('f');
    expect([file.commits - before, file.writes]).toEqual([3, 6]);
  });

  it('spreads very many writes over several commits', async () => {
    await Promise.all(Array.from({ length: 1_201 }, (_, n) => add(`word ${n}`)));

    expect(words()).toHaveLength(1_201);
    expect(file.commits).toBe(3);
  });

  it('undoes a failing write alone, also what it had written before it failed', async () => {
    await add('taken');

    const answers = await Promise.allSettled([add('a'), add('half', 'taken', 'never'), add('b')]);

    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(words()).toEqual(['a', 'b', 'taken']);
  });

  it('rejects with what the job threw', async () => {
    class Refused extends Error {}

    const refused = file.write(() => {
      throw new Refused('no');
    });

    await expect(refused).rejects.toBeInstanceOf(Refused);
  });

  it('rejects every write of a commit that fails, and goes on', async () => {
    file.writeNow((statements) => {
      statements('pragma foreign_keys = on').run();
      statements('create table rhyme (text text references word (text) deferrable initially deferred)').run();
    });
    const orphan = file.write((statements) => void statements("insert into rhyme values ('nothing')").run());

    const answers = await Promise.allSettled([add('a'), orphan, add('b')]);

    expect(answers.map((each) => each.status === 'rejected' && each.reason instanceof Unavailable)).toEqual([
      true,
      true,
      true,
    ]);
    await add('c');
    expect(words()).toEqual(['c']);
  });

  it('answers what waits when it closes, and is unavailable afterwards', async () => {
    const waiting = add('a');
    await file.close();
    await file.close();

    await expect(waiting).resolves.toBeUndefined();
    await expect(add('b')).rejects.toBeInstanceOf(Unavailable);
    expect(() => file.statement('select 1')).toThrow(Unavailable);
    file = await folder.reopen();
    expect(words()).toEqual(['a']);
  });

  it('answers only once the commit is on disk, and what arrives meanwhile shares the next one', async () => {
    const answered: string[] = [];
    let onDisk = (_: null): void => undefined;
    const disk = jest.spyOn(fs, 'fdatasync').mockImplementation((_, done) => void (onDisk = done));
    const note = (word: string) => add(word).then(() => answered.push(word));
    const first = note('a');
    while (disk.mock.calls.length === 0) await new Promise((next) => setImmediate(next));
    const later = [note('b'), note('c')];

    await new Promise((next) => setImmediate(next));
    expect([answered, words()]).toEqual([[], ['a']]);
    disk.mockRestore();
    onDisk(null);
    await Promise.all([first, ...later]);

    expect([answered, file.commits]).toEqual([['a', 'b', 'c'], 2]);
  });

  it('answers whoever need not wait for the disk once it is committed, and commits at once what follows from that', async () => {
    const noted: string[] = [];
    let onDisk = (_: null): void => undefined;
    const disk = jest.spyOn(fs, 'fdatasync').mockImplementation((_, done) => void (onDisk = done));
    const sending = file
      .write(
        (statements) => void statements("insert into word (text) values ('mail')").run(),
        'when-committed',
      )
      .then(() => add('noted'))
      .then(() => noted.push('noted'));
    while (disk.mock.calls.length === 0) await new Promise((next) => setImmediate(next));

    expect([words(), noted]).toEqual([['mail', 'noted'], []]);
    disk.mockRestore();
    onDisk(null);
    await sending;
    expect(noted).toEqual(['noted']);
  });

  it('tells the writers when the disk fails', async () => {
    const broken = Object.assign(new Error('EIO'), { code: 'EIO' });
    const disk = jest.spyOn(fs, 'fdatasync').mockImplementation((_, done) => done(broken));
    await expect(add('a')).rejects.toBeInstanceOf(Unavailable);
    disk.mockRestore();
    await add('b');
  });

  it('lends a folder once', async () => {
    expect(() => SqliteFile.open(folder.path)).toThrow(FolderInUse);
    expect(() => SqliteFile.open(folder.path)).toThrow(String(process.pid));

    file = await folder.reopen();
    expect(words()).toEqual([]);
  });

  it('keeps nothing in memory and takes no folder for it', async () => {
    const [one, other] = [SqliteFile.open(':memory:'), SqliteFile.open(':memory:')];

    one.writeNow((statements) => statements('create table only_here (n integer)').run());

    expect(() => other.statement('select n from only_here')).toThrow('no such table');
    await Promise.all([one.close(), other.close()]);
  });

  it('refuses a folder while another process lives, naming it, and takes it once that was killed', async () => {
    await file.close();
    const holder = `
      import { SqliteFile } from '#libs/ports/sqlite';
      const file = SqliteFile.open(${JSON.stringify(folder.path)});
      await file.write((statements) => void statements("insert into word (text) values ('theirs')").run());
      console.log('open');
      setInterval(() => undefined, 1000);`;

    await runScript(holder, (line, { pid, kill }) => {
      expect(line).toBe('open');
      expect(() => SqliteFile.open(folder.path)).toThrow(new FolderInUse(folder.path, String(pid)).message);
      kill();
    });

    file = await folder.reopen();

    expect(words()).toEqual(['theirs']);
  });

  it('leaves no byte of what was deleted or written over, once it is scrubbed', async () => {
    const secret = 'a-word-nobody-may-find';
    await add(secret, `${secret}-too`);
    await file.write((statements) => void statements('delete from word where text = ?').run(secret));
    await file.write((statements) => void statements("update word set text = 'other'").run());

    expect(file.scrub()).toBe(true);

    const bytes = fs.readdirSync(folder.path).map((name) => fs.readFileSync(`${folder.path}/${name}`));
    expect(bytes.some((each) => each.includes(secret))).toBe(false);
    expect(words()).toEqual(['other']);
  });
});
