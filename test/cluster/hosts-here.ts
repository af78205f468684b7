import { resolve } from 'node:path';
import { runGateway, runService, type HostProcess } from '#libs/cluster';
import type { RunningService, ServiceDefinition } from '#libs/runtime';
import { auditService } from '#libs/services/audit';
import { directoryService } from '#libs/services/directory';
import { impactService } from '#libs/services/impact';
import { PlannerHere, matchingService } from '#libs/services/matching';
import { notificationsService } from '#libs/services/notifications';
import { offersService } from '#libs/services/offers';
import { requestsService } from '#libs/services/requests';
import { startEdge } from '../../apps/gateway/src/start-edge.js';
import type { Ready, Run } from './cluster.js';

type Environment = HostProcess['env'];

const others = [requestsService, offersService, impactService, auditService];

function definitionOf(
  name: string,
  { LEERBRUG_PUBLIC_URL = '', LEERBRUG_SECRET = '' }: Environment,
): ServiceDefinition {
  const settings = { publicUrl: () => LEERBRUG_PUBLIC_URL, secret: LEERBRUG_SECRET };
  if (name === 'directory') return directoryService(settings);
  if (name === 'matching') return matchingService(new PlannerHere());
  if (name === 'notifications')
    return notificationsService({ ...settings, mailboxFor: 'operators', undoMs: 0 });
  const definition = others.find((each) => each.name === name);
  if (!definition) throw new Error(`there is no service ${name}`);
  return definition;
}

const running = new Set<RunningService>();

/** Everything that fell due by now happens, as it would within the quarter of a minute between two sweeps. */
export async function sweepHere(): Promise<void> {
  for (const { due } of running) await due.sweep();
}

/**
 * An app on the cluster's servers as it runs in a process of its own, but in this one: a story that begins anew with every
 * test cannot wait for sixteen processes to load. What a killed process does is tested with real ones.
 */
export const hostsHere: Run = (name, env) => {
  let end: () => void = () => undefined;
  const gone: (() => void)[] = [];
  const exited = new Promise<void>((resolve) => gone.push(resolve));
  const ready = new Promise<Ready>((resolve, reject) => {
    const own: HostProcess = {
      env,
      stdout: { write: (line) => resolve(JSON.parse(line) as Ready) },
      stderr: { write: (sentence) => reject(new Error(`${name}: ${sentence}`)) },
      once: (signal, listener) => {
        if (signal === 'SIGTERM') end = listener;
      },
      exit: () => {
        for (const tell of gone) tell();
      },
    };
    const run =
      name === 'gateway'
        ? runGateway(own, (parts) => startEdge(parts, resolvedBuild))
        : runService(
            own,
            () => definitionOf(name, env),
            async (service) => {
              running.add(service);
              gone.push(() => running.delete(service));
              return {};
            },
          );
    run.catch(reject);
  });
  return {
    ready,
    async end() {
      end();
      await exited;
    },
  };
};

const resolvedBuild = resolve('dist');
