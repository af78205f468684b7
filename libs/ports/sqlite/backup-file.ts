import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

const MAGIC = 'leerbrug-backup';
const FORMAT = 1;
/** The first line of a file that is a backup is never longer. */
const HEADER_AT_MOST = 4_096;

/** What a backup says of itself, in its first line. */
export interface Manifest {
  readonly magic: typeof MAGIC;
  readonly format: number;
  /** Of the Leerbrug that made it. */
  readonly version: string;
  readonly madeAt: string;
  /** Of the database within. */
  readonly bytes: number;
  readonly sha256: string;
}

/** It cannot be put back; the sentence says why. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** A database file becomes one backup file: its manifest on a line, then the database packed. */
export async function pack(
  database: string,
  file: string,
  { version, madeAt }: Pick<Manifest, 'version' | 'madeAt'>,
): Promise<Manifest> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(database), hash);
  const { size: bytes } = await stat(database);
  const manifest: Manifest = {
    magic: MAGIC,
    format: FORMAT,
    version,
    madeAt,
    bytes,
    sha256: hash.digest('hex'),
  };
  const draft = `${file}.draft`;
  try {
    // It holds names and addresses.
    const out = createWriteStream(draft, { mode: 0o600, flush: true });
    out.write(`${JSON.stringify(manifest)}\n`);
    await pipeline(createReadStream(database), createGzip({ level: 1 }), out);
    await rename(draft, file);
    return manifest;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The database of a backup, whole or not at all. @throws BackupRefused */
export async function unpack(file: string, database: string): Promise<Manifest> {
  const { manifest, length } = await readManifest(file);
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const packed = createReadStream(file, { start: length });
  try {
    await pipeline(packed, createGunzip(), hashed, createWriteStream(database, { mode: 0o600, flush: true }));
  } catch (cause) {
    await rm(database, { force: true });
    if (!isPacking(cause)) throw cause;
    throw new BackupRefused(`${file} is damaged: take an older backup.`, { cause });
  }
  if (hash.digest('hex') === manifest.sha256) return manifest;
  await rm(database, { force: true });
  throw new BackupRefused(`${file} is damaged: take an older backup.`);
}

async function readManifest(file: string): Promise<{ manifest: Manifest; length: number }> {
  const head = Buffer.alloc(HEADER_AT_MOST);
  const handle = await open(file).catch((cause: unknown) => {
    throw new BackupRefused(`${file} cannot be read.`, { cause });
  });
  try {
    await handle.read(head, 0, HEADER_AT_MOST, 0);
  } catch (cause) {
    throw new BackupRefused(`${file} cannot be read.`, { cause });
  } finally {
    await handle.close();
  }
  const length = head.indexOf('\n') + 1;
  const manifest = manifestIn(head.subarray(0, length).toString());
  if (!manifest) throw new BackupRefused(`${file} is no backup of Leerbrug.`);
  if (manifest.format > FORMAT)
    throw new BackupRefused(
      `${file} was made by a newer Leerbrug (${manifest.version}): restore it with that one.`,
    );
  return { manifest, length };
}

function manifestIn(line: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(line) as Partial<Manifest>;
    const isOurs = manifest.magic === MAGIC && typeof manifest.format === 'number';
    return isOurs ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** The packing is broken off or is none, rather than the disk full. */
function isPacking(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code?.startsWith('Z_') === true;
}
