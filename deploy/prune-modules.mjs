/**
 * Takes out of a node_modules folder what nothing loads at run time, and says how large it is. Ends with 1 when it is
 * larger than promised or holds what no image needs.
 */
import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'node_modules';
const mebibytesAtMost = 130;
const unwanted = ['node', 'typescript', 'vite', 'jest', 'eslint'];

const files =
  /(\.d\.[cm]?ts|\.[cm]?ts|\.map|\.flow|\.md|\.markdown|\.tsbuildinfo)$|^(\.npmignore|\.eslintrc.*|\.prettierrc.*|\.editorconfig|\.travis\.yml|tsconfig.*\.json)$/i;
const folders = new Set([
  'test',
  'tests',
  '__tests__',
  'example',
  'examples',
  'docs',
  'benchmark',
  'benchmarks',
  '.github',
  'coverage',
]);
/** Licences stay: they ask to be passed on. */
const keeps = /licen[cs]e|notice|copying/i;

function prune(path, within) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const at = join(path, entry.name);
    if (entry.isDirectory()) {
      if (within && folders.has(entry.name) && !isPackage(at)) rmSync(at, { recursive: true });
      else prune(at, within || existsSync(join(at, 'package.json')));
    } else if (files.test(entry.name) && !keeps.test(entry.name)) rmSync(at);
  }
}

const isPackage = (path) => existsSync(join(path, 'package.json'));

function sizeOf(path) {
  const { size } = lstatSync(path);
  if (!lstatSync(path).isDirectory()) return size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), size);
}

prune(folder, false);
const mebibytes = sizeOf(folder) / 2 ** 20;
process.stdout.write(`${folder}: ${mebibytes.toFixed(1)} MiB\n`);
const there = unwanted.filter((name) => existsSync(join(folder, name)));
if (there.length > 0) process.stderr.write(`${there.join(', ')}: not needed where Leerbrug runs.\n`);
if (mebibytes > mebibytesAtMost) process.stderr.write(`More than the ${mebibytesAtMost} MiB it may have.\n`);
process.exitCode = there.length > 0 || mebibytes > mebibytesAtMost ? 1 : 0;
