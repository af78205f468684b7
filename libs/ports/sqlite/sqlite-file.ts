import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Unavailable } from '#libs/contracts';
import { sqliteCode } from './error-code.js';
import { lockFolder, type FolderLock } from './folder-lock.js';
import { WalSync } from './wal-sync.js';

/** Prepared once per text. Bind values; never build texts from them, each text stays cached. */
export type Statements = (text: string) => StatementSync;

/**
 * When a writer is answered: once its commit is on disk, or as soon as it is committed. The latter is safe for whoever
 * only goes on to write to this same file: what comes later in the log is never on disk without what came before.
 */
export type Answered = 'on-disk' | 'when-committed';

interface Waiting {
  readonly answered: Answered;
  readonly run: (statements: Statements) => void;
  readonly committed: () => void;
  readonly failed: (reason: unknown) => void;
}

interface Committed {
  readonly write: Waiting;
  readonly answer: () => void;
}

/** Longer commits would keep everybody else waiting for the thread. */
const WRITES_PER_COMMIT = 500;
const IN_MEMORY = ':memory:';
/** Raised when an older program could no longer read what a newer one wrote. */
const FORMAT = 1;

/** A newer program wrote the file. */
export class StoreNewer extends Error {
  override readonly name = 'StoreNewer';
  constructor(path: string) {
    super(
      `${path} was written by a newer Leerbrug: start that one, or restore a backup into another folder.`,
    );
  }
}

/**
 * The one file of an embedded process and its one writer. Writes that arrive in one turn of the event loop, or while the
 * disk is busy with those before, go into one commit and so share one fsync; each is answered after it. Owned by whoever
 * opened it; adapters never close it.
 */
export class SqliteFile {
  /** How many commits and answered writes so far: their quotient is what the group commit is worth. */
  commits = 0;
  writes = 0;

  private waiting: Waiting[] = [];
  private turn: Promise<void> | undefined;
  private closed = false;
  private readonly prepared = new Map<string, StatementSync>();

  private constructor(
    private readonly database: DatabaseSync,
    private readonly kept: { readonly lock: FolderLock; readonly wal: WalSync } | undefined,
  ) {}

  /**
   * Opens (or makes) the file in that folder and takes the folder for this process; `:memory:` keeps nothing.
   * @throws FolderInUse when another process has the folder; StoreNewer.
   */
  static open(folder: string): SqliteFile {
    if (folder === IN_MEMORY) return new SqliteFile(new DatabaseSync(IN_MEMORY), undefined);

    // The data holds names and addresses.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = lockFolder(folder);
    try {
      const path = join(folder, 'leerbrug.db');
      const database = new DatabaseSync(path);
      const format = Number(database.prepare('pragma user_version').get()?.['user_version']);
      if (format > FORMAT) {
        database.close();
        throw new StoreNewer(path);
      }
      database.exec(
        `pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on; begin immediate; pragma user_version = ${FORMAT}; commit`,
      );
      return new SqliteFile(database, { lock, wal: WalSync.open(path) });
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** For reads outside `write`; they see what is committed, also while the disk is still busy with it. @throws Unavailable after `close`. */
  statement(text: string): StatementSync {
    if (this.closed) throw new Unavailable('the database file');
    let statement = this.prepared.get(text);
    if (!statement) this.prepared.set(text, (statement = this.database.prepare(text)));
    return statement;
  }

  /**
   * Runs the job in the next commit and resolves with its result. A job that throws is undone alone and rejects with
   * what it threw. @throws Unavailable when the commit fails or the file is closed.
   */
  write<T>(job: (statements: Statements) => T, answered: Answered = 'on-disk'): Promise<T> {
    if (this.closed) return Promise.reject(new Unavailable('the database file'));
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.waiting.push({
        answered,
        run: (statements) => void (result = job(statements)),
        committed: () => resolve(result),
        failed: reject,
      });
      this.schedule();
    });
  }

  /** One commit at once, on the caller's stack: for making tables before their first use. Not within a job. */
  writeNow<T>(job: (statements: Statements) => T): T {
    const statements: Statements = (text) => this.statement(text);
    statements('begin immediate').run();
    try {
      const result = job(statements);
      statements('commit').run();
      this.kept?.wal.syncNow();
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /**
   * Empties the write-ahead log into the file, where what is deleted or written over is zeroed: nothing of it is left in
   * either. False while somebody still reads an older state; then it is to be done again.
   */
  scrub(): boolean {
    return this.statement('pragma wal_checkpoint(truncate)').get()?.['busy'] === 0;
  }

  /** Answers the writes that wait, then frees file and folder. Calling it twice is fine. */
  async close(): Promise<void> {
    while (this.turn) await this.turn;
    if (this.closed) return;
    this.closed = true;
    this.prepared.clear();
    this.database.close();
    this.kept?.wal.close();
    this.kept?.lock.release();
  }

  private schedule(): void {
    this.turn ??= this.nextTurn();
  }

  private async nextTurn(): Promise<void> {
    // After the poll phase: what all sockets brought in this turn is together by then.
    await new Promise<void>((next) => setImmediate(next));
    await this.flush();
    this.turn = undefined;
    if (this.waiting.length > 0) this.schedule();
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0, WRITES_PER_COMMIT);
    const committed = this.commitOrRefuse(batch);
    if (batch.some(({ answered }) => answered === 'when-committed')) {
      // Whoever was answered writes again at once (a mail is noted as sent): a crash in between repeats what was done.
      await new Promise<void>((next) => queueMicrotask(() => process.nextTick(next)));
      committed.push(...this.commitOrRefuse(this.waiting.splice(0, WRITES_PER_COMMIT)));
    }
    try {
      await this.kept?.wal.sync();
      for (const { answer } of committed) answer();
    } catch (cause) {
      const reason = new Unavailable('the database file', { cause });
      for (const { write } of committed) write.failed(reason);
    }
  }

  /** What was committed, each with its answer for when it is on disk; answers those at once who need not wait for that. */
  private commitOrRefuse(batch: readonly Waiting[]): Committed[] {
    if (batch.length === 0) return [];
    try {
      const committed = this.commit(batch);
      for (const { write, answer } of committed) if (write.answered === 'when-committed') answer();
      return committed;
    } catch (cause) {
      const reason = new Unavailable('the database file', { cause });
      for (const write of batch) write.failed(reason);
      return [];
    }
  }

  /** @throws when nothing of the batch was written */
  private commit(batch: readonly Waiting[]): Committed[] {
    let committed: Committed[];
    let done = 0;
    try {
      this.statement('begin immediate').run();
      committed = batch.map((write) => {
        const refusal = this.runAlone(write);
        if (!refusal) done += 1;
        return { write, answer: refusal ? () => write.failed(refusal.reason) : write.committed };
      });
      this.statement('commit').run();
    } catch (cause) {
      this.rollBack();
      throw cause;
    }
    this.commits += 1;
    this.writes += done;
    return committed;
  }

  /** What the disk refuses is nobody's own mistake: then this throws and nobody in the batch is answered "done". */
  private runAlone(write: Waiting): { reason: unknown } | undefined {
    this.statement('savepoint one_write').run();
    try {
      write.run((text) => this.statement(text));
    } catch (reason) {
      if (isOutage(reason) || !this.database.isTransaction) throw reason;
      this.statement('rollback to one_write').run();
      this.statement('release one_write').run();
      return { reason };
    }
    this.statement('release one_write').run();
    return undefined;
  }

  private rollBack(): void {
    if (this.database.isTransaction) this.database.exec('rollback');
  }
}

function isOutage(error: unknown): boolean {
  const [NO_MEMORY, READ_ONLY, IO_ERROR, FULL] = [7, 8, 10, 13];
  const code = sqliteCode(error);
  return code !== undefined && [NO_MEMORY, READ_ONLY, IO_ERROR, FULL].includes(code);
}
