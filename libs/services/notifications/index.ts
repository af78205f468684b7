import type { ServiceDefinition } from '#libs/runtime';
import { notificationsAggregate } from './src/notifications.collection.js';
import { notificationsModule } from './src/notifications.module.js';

export { notificationRefusals } from './src/notification.errors.js';

/**
 * Who is told what, when. `publicUrl` is asked each time a link is written: an address such as `https://leerbrug.example`
 * may be known only once the process listens; empty until then, and mails wait.
 */
export function notificationsService(publicUrl: () => string): ServiceDefinition {
  return {
    name: 'notifications',
    module: notificationsModule(publicUrl),
    aggregates: [notificationsAggregate],
    copies: [],
  };
}
