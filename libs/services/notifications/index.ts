import type { ServiceDefinition } from '#libs/runtime';
import { actionLinks } from './src/action-links/action-links.collection.js';
import { notificationsAggregate } from './src/notifications.collection.js';
import { MailboxReaders } from './src/show-mailbox/mailbox.controller.js';
import { notificationsModule } from './src/notifications.module.js';

export { notificationRefusals } from './src/notification.errors.js';

/**
 * Who is told what, when. `publicUrl` is asked each time a link is written: an address such as `https://leerbrug.example`
 * may be known only once the process listens; empty until then, and mails wait. Codes to sign in with stand in mails:
 * only a demo shows its mailbox to everybody.
 */
export function notificationsService(
  publicUrl: () => string,
  mailboxFor: 'everybody' | 'operators' = 'everybody',
): ServiceDefinition {
  return {
    name: 'notifications',
    module: notificationsModule(publicUrl, new MailboxReaders(mailboxFor)),
    aggregates: [notificationsAggregate, actionLinks],
    copies: [],
  };
}
