import 'reflect-metadata';
import { runService } from '#libs/cluster';
import { oidcOf } from '#libs/settings';
import { FirstStart, directoryService } from '#libs/services/directory';

await runService(
  process,
  (config) =>
    directoryService({
      publicUrl: () => config.LEERBRUG_PUBLIC_URL,
      secret: config.LEERBRUG_SECRET,
      ...oidcOf(config),
    }),
  async ({ app }) => ({ operatorCode: await app.get(FirstStart, { strict: false }).operatorCode() }),
);
