import { Unavailable } from '#libs/contracts';
import type { Connection } from 'mongoose';

export interface MongoOptions {
  readonly url: string;
  /** Default: the one in the URL, or `leerbrug`. */
  readonly database?: string;
}

const answersWithinMs = 5_000;

/**
 * Loads the driver only now: a process without MongoDB never has it in memory. Writes are answered when a majority has
 * them in its journal. @throws Unavailable
 */
export async function connectMongo({ url, database }: MongoOptions): Promise<Connection> {
  const { default: mongoose } = await import('mongoose');
  const inUrl = new URL(url.replace(/^mongodb(\+srv)?:/, 'http:').replace(/,[^/]*/, '')).pathname.slice(1);
  const connection = mongoose.createConnection(url, {
    dbName: database ?? (inUrl || 'leerbrug'),
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
    throw new Unavailable('the document store', { cause });
  }
  return connection;
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
  if (fromServer && !labels?.has('RetryableWriteError') && !passing.has(Number(code))) return error;
  return error.name.startsWith('Mongo') ? new Unavailable('the document store', { cause: error }) : error;
}
