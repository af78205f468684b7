import 'reflect-metadata';
import { runService } from '#libs/cluster';
import { ThreadedPlanner, matchingService } from '#libs/services/matching';

await runService(process, () => matchingService(new ThreadedPlanner()));
