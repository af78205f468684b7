import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from '../table.js';

const built = resolve(import.meta.dirname, '../../web');
const kilobyte = 1024;

/** What a script of the web app weighs on its way, packed as the gateway sends it, KB. @throws when it was not built */
export function weightOf(path: string): number {
  const file = join(built, path);
  const packed = `${file}.gz`;
  if (existsSync(packed)) return statSync(packed).size / kilobyte;
  return gzipSync(readFileSync(file), { level: 9 }).length / kilobyte;
}

/** Every chunk of script, the heaviest first. */
export function chunkRows(): Row[] {
  return readdirSync(join(built, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({
      what: `chunk ${name}`,
      value: weightOf(`assets/${name}`),
      unit: 'KB gzip',
      promised: '',
    }))
    .sort((a, b) => b.value - a.value);
}
