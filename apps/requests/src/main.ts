import 'reflect-metadata';
import { runService } from '#libs/cluster';
import { requestsService } from '#libs/services/requests';

await runService(process, () => requestsService);
