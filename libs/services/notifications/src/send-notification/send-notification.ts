import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Unavailable } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { MailRefused, Mailer } from '#libs/ports/mailer/port';
import { Aggregates, DueRunner, InjectAggregates, type Aggregate, type DueCause } from '#libs/runtime';
import { postponed, refused, sent, skipped, type Notification } from '../domain/notification.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { ComposeMail } from './compose-mail.js';

/** Sends what waits: the newer truth or nothing. A crash before it is marked sends it again under the same message id. */
@Injectable()
export class SendNotification implements OnModuleInit {
  private readonly log = new Logger(SendNotification.name);

  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
    private readonly compose: ComposeMail,
    private readonly mailer: Mailer,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(notificationsAggregate, (document, cause) => this.execute(document, cause));
  }

  private async execute({ id, state }: Aggregate<Notification>, cause: DueCause): Promise<void> {
    const decide = await this.settle(id, state);
    await this.notifications.change(id, cause, decide);
  }

  /** What became of it. */
  private async settle(id: string, notification: Notification) {
    try {
      const composed = await this.compose.execute(notification);
      if ('wait' in composed) return (now: Notification) => postponed(now, this.clock.now());
      if ('skip' in composed) {
        if (composed.skip === 'nobody-there') this.log.warn(`notification ${id} has nobody to go to`);
        return (now: Notification) => skipped(now, composed.skip);
      }
      await this.mailer.send(composed.mail);
      return (now: Notification) => sent(now, this.clock.now());
    } catch (error) {
      if (error instanceof MailRefused) {
        this.log.error(`notification ${id} is refused: ${error.message}`);
        return refused;
      }
      if (!(error instanceof Unavailable)) throw error;
      this.log.warn(`notification ${id} waits: ${error.message}`);
      return (now: Notification) => postponed(now, this.clock.now());
    }
  }
}
