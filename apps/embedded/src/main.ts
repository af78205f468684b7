import 'reflect-metadata';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { SystemClock } from '#libs/ports/clock/system';
import { FolderInUse } from '#libs/ports/sqlite';
import { ConfigInvalid, readConfig } from './config.js';
import { startEmbedded } from './embedded.js';
import { greet, seedDemo } from './demo/demo.js';

try {
  const config = readConfig(process.env);
  const embedded = await startEmbedded({
    data: resolve(config.LEERBRUG_DATA),
    host: config.HOST,
    port: config.PORT,
    ...(config.LEERBRUG_PUBLIC_URL ? { publicUrl: config.LEERBRUG_PUBLIC_URL } : {}),
    webRoot: resolve(import.meta.dirname, '../../../../apps/web/public'),
    clock: new SystemClock(),
    log: pino({ level: config.LEERBRUG_LOG, redact: ['req.headers.authorization'] }),
  });
  const stop = () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    void embedded.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.stdout.write(greet(embedded.url, await seedDemo(embedded, config)));
} catch (error) {
  const expected = error instanceof FolderInUse || error instanceof ConfigInvalid;
  process.stderr.write(expected ? `${error.message}\n` : `${String((error as Error).stack)}\n`);
  process.exitCode = 1;
}
