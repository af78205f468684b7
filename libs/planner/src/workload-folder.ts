import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import {
  WorkloadInvalid,
  arrayTypes,
  workloadArrays,
  workloadFrom,
  workloadNames,
  type Workload,
} from '#libs/matching-engine';

const metaFile = 'meta.json';

/**
 * Reads `meta.json` and the little-endian arrays beside it.
 * @throws WorkloadInvalid naming the file and what is wrong with it
 */
export function readWorkload(folder: string): Workload {
  refuseOtherEndian();
  const meta = parsed(read(folder, metaFile));
  const arrays = new Map<string, ArrayLike<number>>();
  for (const name of workloadNames) {
    const bytes = read(folder, name);
    const type = arrayTypes[name.slice(name.lastIndexOf('.') + 1) as keyof typeof arrayTypes];
    if (bytes.byteLength % type.BYTES_PER_ELEMENT !== 0)
      throw new WorkloadInvalid(name, `ends within a row: ${bytes.byteLength} bytes`);
    // The buffer of a small file may be a slice of a pool, at any offset: the array needs one of its own.
    arrays.set(name, new type(Uint8Array.from(bytes).buffer));
  }
  return workloadFrom(meta, arrays);
}

/** Writes a folder that `readWorkload` reads; makes it where it is missing. */
export function writeWorkload(folder: string, workload: Workload): void {
  refuseOtherEndian();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, metaFile), `${JSON.stringify(workload.meta, null, 2)}\n`);
  for (const [name, { buffer, byteOffset, byteLength }] of workloadArrays(workload))
    writeFileSync(join(folder, name), new Uint8Array(buffer, byteOffset, byteLength));
}

function read(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    throw new WorkloadInvalid(name, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    throw new WorkloadInvalid(metaFile, 'is not JSON');
  }
}

function refuseOtherEndian(): void {
  if (endianness() !== 'LE') throw new Error('workload files are little-endian and this machine is not');
}
