/**
 * Makes what only this installation knows: `.env` with its secrets, and a file of signing keys for each process. What is
 * there stays. `--new-keys` gives every process another key beside its present one, to be used from the next start of all.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root =
  process.argv.slice(2).find((word) => !word.startsWith('--')) ??
  join(dirname(fileURLToPath(import.meta.url)), '..');
const parties = [
  'gateway',
  'directory',
  'requests',
  'offers',
  'matching',
  'notifications',
  'impact',
  'audit',
];
const secret = (bytes) => randomBytes(bytes).toString('base64url');

const env = join(root, '.env');
if (existsSync(env)) say(`${env} is there already: left as it is.`);
else {
  const lines = {
    MONGO_PASSWORD: secret(24),
    REDIS_PASSWORD: secret(24),
    KAFKA_CLUSTER_ID: clusterId(),
    LEERBRUG_SECRET: secret(32),
    // Of the mail catcher, which has no certificate: a real server gets another line here.
    LEERBRUG_SMTP_TLS: 'off',
  };
  write(
    env,
    Object.entries(lines)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    0o600,
  );
}

const folder = join(root, 'deploy/keys');
const fileOf = (party) => join(folder, `${party}.json`);
const renew = process.argv.includes('--new-keys');
if (existsSync(fileOf('gateway')) && !renew) say(`${folder} has keys already: left as they are.`);
else {
  // Only its owner may enter; within, the containers' own user must be able to read.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = new Map(parties.map((party) => [party, [...keysOf(party).slice(-1), newKey()]]));
  for (const party of parties) {
    const told = [...own].map(([name, keys]) => [
      name,
      { signs: keys.at(-1).kid, keys: name === party ? keys : keys.map(({ d: _, ...open }) => open) },
    ]);
    write(fileOf(party), `${JSON.stringify(Object.fromEntries(told), null, 2)}\n`, 0o644);
  }
}

/** A broker takes none that looks like an option. */
function clusterId() {
  for (;;) {
    const id = secret(16);
    if (!id.startsWith('-')) return id;
  }
}

/** Those that it has now, with their private halves. */
function keysOf(party) {
  return existsSync(fileOf(party)) ? JSON.parse(readFileSync(fileOf(party), 'utf8'))[party].keys : [];
}

function newKey() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { ...privateKey.export({ format: 'jwk' }), kid: secret(6) };
}

function write(file, text, mode) {
  writeFileSync(file, text, { mode });
  say(`Wrote ${file}.`);
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}
