import 'reflect-metadata';
import { runService } from '#libs/cluster';
import { auditService } from '#libs/services/audit';

await runService(process, () => auditService);
