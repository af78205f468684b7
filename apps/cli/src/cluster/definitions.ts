import type { ServiceDefinition } from '#libs/runtime';
import { auditService } from '#libs/services/audit';
import { directoryService } from '#libs/services/directory';
import { impactService } from '#libs/services/impact';
import { ThreadedPlanner, matchingService } from '#libs/services/matching';
import { notificationsService } from '#libs/services/notifications';
import { offersService } from '#libs/services/offers';
import { requestsService } from '#libs/services/requests';

const settings = { publicUrl: () => '', secret: '' };

/** For whoever prepares the servers; nothing of it runs. */
export const definitions: readonly ServiceDefinition[] = [
  directoryService(settings),
  requestsService,
  offersService,
  matchingService(new ThreadedPlanner()),
  notificationsService(settings),
  impactService,
  auditService,
];
