/**
 * Runs before every npm script that needs packages or a build: installs and builds what is missing or stale. Uses nothing
 * but Node 20, because on a fresh clone there is nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const installed = join(root, 'node_modules/.leerbrug-installed');
const built = join(root, 'dist/.leerbrug-built');

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Leerbrug needs Node 20 or newer to set itself up; this is ${process.versions.node}.`);
  process.exit(1);
}

const manifests = digest(
  ['package.json', 'package-lock.json', 'apps/web/package.json'].map((file) => join(root, file)),
);
if (readMark(installed) !== manifests) {
  say('Installing packages (once, about half a minute) …');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(
    installed,
    digest(['package.json', 'package-lock.json', 'apps/web/package.json'].map((file) => join(root, file))),
  );
}

const sources = digest(
  ['apps', 'libs', 'bench', 'test']
    .flatMap((folder) => sourcesIn(join(root, folder)))
    .concat(['tsconfig.build.json', 'apps/web/index.html'].map((file) => join(root, file))),
);
if (readMark(built) !== sources) {
  say('Building …');
  run('npm', ['run', '--silent', 'build']);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(built, sources);
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|screenshots)$/.test(entry.name) ? [] : sourcesIn(path);
    return /\.(tsx?|mjs|json|css|svg|js)$/.test(entry.name) ? [path] : [];
  });
}

/** Names and contents for the few manifests, names, sizes and times for the many sources. */
function digest(files) {
  const hash = createHash('sha256');
  for (const file of files.filter((path) => existsSync(path)).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(file).update(file.endsWith('.json') ? readFileSync(file) : `${size} ${mtimeMs}`);
  }
  return hash.digest('hex');
}

function readMark(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function run(command, parameters) {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  const { status } = spawnSync(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function say(text) {
  console.error(text);
}
