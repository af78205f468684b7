import { startServers } from './servers.js';
import { ServerMissing } from './native.js';

/**
 * The servers as a process: prints one line of JSON when they are ready and ends them when whoever started it goes away
 * or says so.
 */
try {
  const servers = await startServers('durable');
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= servers.stop().then(() => process.exit(0)));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void stop());
  process.stdin.on('end', () => void stop()).resume();
  process.stdout.write(`${JSON.stringify(servers.addresses)}\n`);
} catch (error) {
  const text = error instanceof ServerMissing ? error.message : String((error as Error).stack);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
