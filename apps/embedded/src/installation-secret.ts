import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { PrivateFile } from './private-file.js';

interface SecretFile {
  readonly secret: string;
}

/** Beside the database and not in it, so that a copy of the one does not give away what needs the other. */
export async function installationSecret(folder: string): Promise<string> {
  const file = new PrivateFile<SecretFile>(folder, 'secret.json');
  const kept = await file.read();
  if (kept?.secret) return kept.secret;
  const secret = randomBytes(32).toString('base64url');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await file.write({ secret });
  return secret;
}
