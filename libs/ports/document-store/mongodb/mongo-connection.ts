import { Unavailable } from '#libs/contracts';
import type { Connection } from 'mongoose';

export interface MongoOptions {
  readonly url: string;
  /** Default: the one in the URL, or `leerbrug`. */
  readonly database?: string;
}

/** Where the database is, or who we are there, is not what MONGO_URL says; the message says what to do. */
export class MongoUrlWrong extends Error {
  override readonly name = 'MongoUrlWrong';
}

const answersWithinMs = 5_000;

/**
 * Loads the driver only now: a process without MongoDB never has it in memory. Writes are answered when a majority has
 * them in its journal. @throws MongoUrlWrong, Unavailable
 */
export async function connectMongo({ url, database }: MongoOptions): Promise<Connection> {
  const { default: mongoose } = await import('mongoose');
  const connection = mongoose.createConnection(url, {
    dbName: database ?? (databaseIn(url) || 'leerbrug'),
    writeConcern: { w: 'majority', journal: true },
    readPreference: 'primary',
    serverSelectionTimeoutMS: answersWithinMs,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    ignoreUndefined: true,
  });
  connection.set('strictQuery', 'throw');
  connection.set('sanitizeFilter', true);
  try {
    await connection.asPromise();
  } catch (cause) {
    await connection.destroy(true).catch(() => undefined);
    if ((cause as Error).name === 'MongoParseError') throw unreadable(cause);
    throw notLetIn(cause) ?? new Unavailable('the document store', { cause });
  }
  return connection;
}

function databaseIn(url: string): string {
  try {
    return new URL(url.replace(/^mongodb(\+srv)?:/, 'http:').replace(/,[^/]*/, '')).pathname.slice(1);
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause: unknown) =>
  new MongoUrlWrong(
    'MONGO_URL is not as a connection string must be: in its name and password write / as %2F, # as %23, ? as %3F, : as %3A and @ as %40.',
    { cause },
  );

/** Of the server: who we are it does not know, or may not do what we ask. */
const sentencesOfCodes: Readonly<Record<number, string>> = {
  13: 'MongoDB does not allow it to the user of MONGO_URL, who must be allowed to read and write this database and to make its indexes.',
  18: 'MongoDB does not take the user and the password of MONGO_URL: are they right, and is their authSource?',
};

function notLetIn(error: unknown): MongoUrlWrong | undefined {
  const { name, code } = error as { name?: unknown; code?: unknown };
  const sentence = name === 'MongoServerError' ? sentencesOfCodes[Number(code)] : undefined;
  return sentence === undefined ? undefined : new MongoUrlWrong(sentence, { cause: error });
}

const duplicateKey = 11_000;
/** Not primary, shutting down, stepped down, a majority that did not answer in time. */
const passing = new Set([6, 7, 64, 89, 91, 189, 262, 9001, 10058, 10107, 11600, 11602, 13435, 13436, 50]);

export function isDuplicate(error: unknown): boolean {
  return (error as { code?: unknown }).code === duplicateKey;
}

/** What the server refused for good stays what it is; everything else is an outage with an unknown outcome. */
export function outage(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Unavailable) return error;
  const { code } = error as { code?: unknown };
  const fromServer = error.name === 'MongoServerError' || error.name === 'MongoBulkWriteError';
  const labels = (error as { errorLabelSet?: ReadonlySet<string> }).errorLabelSet;
  if (fromServer && !labels?.has('RetryableWriteError') && !passing.has(Number(code)))
    return notLetIn(error) ?? error;
  return error.name.startsWith('Mongo') ? new Unavailable('the document store', { cause: error }) : error;
}
