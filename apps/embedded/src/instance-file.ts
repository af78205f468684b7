import { toOffsetIso } from '#libs/facts';
import { instanceOperatorId, type DirectorySeed } from '#libs/services/directory';
import { Api, ApiRefused } from './api.js';
import { PrivateFile } from './private-file.js';

interface InstanceFile {
  readonly url: string;
  readonly operatorToken: string;
  readonly operatorTokenUntil: string;
}

export interface RunningInstance {
  readonly folder: string;
  readonly url: string;
  readonly seed: DirectorySeed;
  /** Epoch ms. */
  readonly now: number;
}

/** The key of the operator's own command; a person of no organisation, school or region. */
const operator = {
  id: instanceOperatorId,
  name: 'Leerbrug',
  email: 'instance-operator@leerbrug.test',
  roles: [{ role: 'operator' as const }],
};
const goodForDays = 730;
const renewBeforeDays = 365;
const dayMs = 86_400_000;

/** Tells the command line where this instance answers and lets it in: `instance.json` in the data folder. Gives the key. */
export async function announceInstance({ folder, url, seed, now }: RunningInstance): Promise<string> {
  const file = new PrivateFile<InstanceFile>(folder, 'instance.json');
  const kept = await file.read();
  const fresh = kept !== undefined && Date.parse(kept.operatorTokenUntil) - now > renewBeforeDays * dayMs;
  if (fresh && (await isGood(url, kept.operatorToken))) {
    if (kept.url !== url) await file.write({ ...kept, url });
    return kept.operatorToken;
  }
  await seed.person(operator);
  const operatorToken = await seed.token(operator.id, goodForDays);
  await file.write({ url, operatorToken, operatorTokenUntil: toOffsetIso(now + goodForDays * dayMs) });
  return operatorToken;
}

/** False in a folder whose database was thrown away or replaced. */
async function isGood(url: string, token: string): Promise<boolean> {
  try {
    return (await new Api(url, token).get<{ id: string }>('/api/me')).id === operator.id;
  } catch (error) {
    if (error instanceof ApiRefused && error.status === 401) return false;
    throw error;
  }
}
