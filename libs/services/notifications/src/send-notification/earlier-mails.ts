import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import type { Notification } from '../domain/notification.js';
import { notificationsAggregate } from '../notifications.collection.js';

const most = 1000;

/** What was told before, and to whom. */
@Injectable()
export class EarlierMails {
  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
  ) {}

  async ofMatch(matchId: string): Promise<Notification[]> {
    const { items } = await this.notifications.find('byMatch', { equals: matchId, limit: most });
    return items.map(({ state }) => state);
  }
}
