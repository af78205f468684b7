import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { FolderInUse, StoreNewer } from '#libs/ports/sqlite';
import { ConfigInvalid, oidcOf } from '#libs/settings';
import { mailOut, readConfig } from './config.js';
import { startEmbedded } from './embedded.js';
import { demoClockOf } from './demo/demo-time.js';
import { seedDemo } from './demo/demo.js';
import { greet } from './demo/greet.js';
import { PortInUse } from './free-port.js';
import { installationSecret } from './installation-secret.js';

/** What the system says of a folder that is full, read-only or somebody else's. */
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);
let stopping = false;
try {
  const config = readConfig(process.env);
  const data = resolve(config.LEERBRUG_DATA);
  const embedded = await startEmbedded({
    data,
    host: config.HOST,
    port: config.PORT,
    ...(config.LEERBRUG_PUBLIC_URL ? { publicUrl: config.LEERBRUG_PUBLIC_URL } : {}),
    secret: await installationSecret(data),
    mailboxFor: config.LEERBRUG_DEMO === 'on' ? 'everybody' : 'operators',
    undoMs: 1000 * (config.LEERBRUG_UNDO_SECONDS ?? (config.LEERBRUG_DEMO === 'on' ? 10 : 600)),
    keep: {
      mailDays: config.LEERBRUG_KEEP_MAIL_DAYS,
      parkedDays: config.LEERBRUG_KEEP_PARKED_DAYS,
      auditYears: config.LEERBRUG_KEEP_AUDIT_YEARS,
    },
    ...(config.LEERBRUG_TRUST_PROXY ? { trustProxy: config.LEERBRUG_TRUST_PROXY } : {}),
    ...oidcOf(config),
    ...(await mailOut(config)),
    webRoot: resolve(import.meta.dirname, '../../../web'),
    clock: await demoClockOf(data),
    log: pino({ level: config.LEERBRUG_LOG, redact: ['req.headers.authorization', 'req.headers.cookie'] }),
  });
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    void embedded.close().then(() => process.exit(code));
  };
  process.once('SIGTERM', () => stop(0)).once('SIGINT', () => stop(0));
  try {
    const start = await seedDemo(embedded, config);
    embedded.limit({
      perPerson: config.LEERBRUG_REQUESTS_PER_PERSON,
      perNetwork: config.LEERBRUG_REQUESTS_PER_NETWORK,
    });
    process.stdout.write(greet(embedded.url, start));
    flushCompileCache();
  } catch (error) {
    // Whoever stops it while the demo is being made finds the rest made at the next start.
    if (!stopping) process.stderr.write(sentenceOf(error));
    stop(1);
  }
} catch (error) {
  process.stderr.write(sentenceOf(error));
  process.exitCode = 1;
}

function sentenceOf(error: unknown): string {
  if (error instanceof FolderInUse)
    return `${error.message}. Stop that one first, or choose another folder with LEERBRUG_DATA.\n`;
  if (error instanceof PortInUse || error instanceof ConfigInvalid || error instanceof StoreNewer)
    return `${error.message}\n`;
  if (unwritable.has((error as NodeJS.ErrnoException).code ?? ''))
    return `The data folder cannot be written (${(error as Error).message}). Make room or give this user the right to write there, or choose another folder with LEERBRUG_DATA.\n`;
  return `${String((error as Error).stack)}\n`;
}
