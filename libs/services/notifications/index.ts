import type { ServiceDefinition } from '#libs/runtime';
import { actionLinks } from './src/action-links/action-links.collection.js';
import { calendarFeeds } from './src/calendar-feeds/calendar-feeds.collection.js';
import { followUpsAggregate, notificationsAggregate } from './src/notifications.collection.js';
import { MailboxReaders } from './src/show-mailbox/mailbox.controller.js';
import { messagesAggregate } from './src/threads/messages.collection.js';
import { unsubscribedAggregate } from './src/unsubscribe/unsubscribed.collection.js';
import { termsAggregate } from './src/idle-groups/terms.collection.js';
import { notificationsModule } from './src/notifications.module.js';

export { notificationRefusals } from './src/notification.errors.js';

export interface NotificationsOptions {
  /**
   * Asked each time a link is written: an address such as `https://leerbrug.example` may be known only once the process
   * listens; empty until then, and mails wait.
   */
  readonly publicUrl: () => string;
  /** Codes to sign in with stand in mails: only a demo shows its mailbox to everybody. Default: it does. */
  readonly mailboxFor?: 'everybody' | 'operators';
  /** Keys what stands in mails to unsubscribe with. */
  readonly secret: string;
  /** How long an approval can be undone in silence, ms; its questions wait as long. Default: ten minutes. */
  readonly undoMs?: number;
}

const tenMinutes = 10 * 60_000;

/** Who is told what, when. */
export function notificationsService(options: NotificationsOptions): ServiceDefinition {
  const { publicUrl, secret, mailboxFor = 'everybody', undoMs = tenMinutes } = options;
  return {
    name: 'notifications',
    module: notificationsModule({ publicUrl, secret, undoMs, readers: new MailboxReaders(mailboxFor) }),
    aggregates: [
      notificationsAggregate,
      followUpsAggregate,
      actionLinks,
      messagesAggregate,
      unsubscribedAggregate,
      calendarFeeds,
      termsAggregate,
    ],
    copies: [],
  };
}
