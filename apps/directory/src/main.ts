import 'reflect-metadata';
import { runService } from '#libs/cluster';
import { FirstStart, directoryService } from '#libs/services/directory';

await runService(
  process,
  ({ LEERBRUG_PUBLIC_URL, LEERBRUG_SECRET }) =>
    directoryService({ publicUrl: () => LEERBRUG_PUBLIC_URL, secret: LEERBRUG_SECRET }),
  async ({ app }) => ({ operatorCode: await app.get(FirstStart, { strict: false }).operatorCode() }),
);
