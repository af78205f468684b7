import { redisAnswers } from './answers.js';
import { NativeProcess, ServerMissing, freePort, run, type OwnServer } from './native.js';

/** The Redis of the system's packages, as a process of our own: never the system's service. */
export async function startNativeRedis(): Promise<OwnServer> {
  try {
    await run('redis-server', ['--version']);
  } catch (cause) {
    throw new ServerMissing(
      'No Redis: set REDIS_URL, or start a container engine, or install one (apt-get install redis-server).',
      { cause },
    );
  }
  const port = await freePort();
  const server = new NativeProcess('Redis');
  const address = `redis://127.0.0.1:${port}`;
  const keep = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const listen = ['--bind', '127.0.0.1', '--port', String(port), '--dir', server.folder];
  return server.start(address, {
    command: 'redis-server',
    args: [...listen, ...keep, '--maxmemory-policy', 'noeviction'],
    ready: () => redisAnswers(address),
  });
}
