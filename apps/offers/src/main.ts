import 'reflect-metadata';
import { runService } from '#libs/cluster';
import { offersService } from '#libs/services/offers';

await runService(process, () => offersService);
