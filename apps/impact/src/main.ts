import 'reflect-metadata';
import { runService } from '#libs/cluster';
import { impactService } from '#libs/services/impact';

await runService(process, () => impactService);
