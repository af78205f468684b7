import { setTimeout as pause } from 'node:timers/promises';
import { Stopped } from '../api.js';
import { stoppedByServers } from '../cluster/stopped-by-servers.js';
import { readConfig } from '../config.js';
import type { Screen } from '../screen.js';
import { lookAt, type Finding, type Looking } from './look.js';
import { openCluster, openFolder } from './open-books.js';

export interface AuditOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cluster: boolean;
}

const lookAgainAfterMs = 2_000;
const looks = 10;
const idsShown = 20;

/** One line for each check. @throws Stopped when something is wrong */
export async function audit({ environment, cluster }: AuditOptions, screen: Screen): Promise<void> {
  const { checks } = await import('./checks.js');
  const { LEERBRUG_DATA: folder, LEERBRUG_URL: url } = readConfig(environment);
  if (url && !cluster)
    throw new Stopped(`What is kept at ${url} is read from its servers: leerbrug audit --cluster.`);
  const open: Looking['open'] = async () => (cluster ? openCluster(environment) : openFolder(folder));
  const looking = { open, looks, pause: () => pause(lookAgainAfterMs) };
  say(await stoppedByServers(() => lookAt(checks, looking)), screen);
}

/** @throws Stopped when something is wrong */
export function say(findings: readonly Finding[], screen: Screen): void {
  for (const { check, looked, wrong } of findings) {
    const verdict = wrong.length === 0 ? 'yes' : 'NO ';
    screen.line(`${verdict} ${String(looked).padStart(9)}  ${check.sentence}`);
    for (const { id, what } of wrong.slice(0, idsShown)) screen.line(`              ${id} ${what}`);
    if (wrong.length > idsShown) screen.line(`              and ${wrong.length - idsShown} more`);
  }
  const broken = findings.filter(({ wrong }) => wrong.length > 0).length;
  if (broken > 0) throw new Stopped(`${broken} of ${findings.length} checks found something wrong.`);
}
