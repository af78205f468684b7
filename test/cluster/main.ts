import 'reflect-metadata';
import { resolve } from 'node:path';
import { ServerMissing } from '../servers/native.js';
import { startServers } from '../servers/servers.js';
import { asProcesses, startCluster, type Cluster } from './cluster.js';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';

/** The whole cluster on this machine, in one terminal: the servers it finds and a process per service. */
try {
  const servers = await startServers('quick');
  let cluster: Cluster | undefined;
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= Promise.resolve(cluster?.stop())
      .then(() => servers.stop())
      .then(() => process.exit(0)));
  process.once('SIGINT', () => void stop()).once('SIGTERM', () => void stop());
  try {
    cluster = await startCluster({
      servers: servers.addresses,
      definitions,
      port: Number(process.env['PORT'] || 3000),
      run: asProcesses((app) => [resolve(import.meta.dirname, `../../apps/${app}/src/main.js`)]),
    });
    process.stdout.write(`Leerbrug draait: ${cluster.url}\n`);
    if (cluster.operatorCode) process.stdout.write(`Beheerderscode: ${cluster.operatorCode}\n`);
  } catch (error) {
    await servers.stop();
    throw error;
  }
} catch (error) {
  const text = error instanceof ServerMissing ? error.message : String((error as Error).stack);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
