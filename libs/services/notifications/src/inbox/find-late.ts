import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { DocumentStore } from '#libs/ports/document-store/port';
import type { Aggregate } from '#libs/runtime';
import type { FollowUp } from '../domain/follow-up.js';
import type { Notification } from '../domain/notification.js';
import { followUpsAggregate, notificationsAggregate } from '../notifications.collection.js';

/** What is tried again moves its own time along: something this far past was not looked at. */
const lateMs = 60 * 60_000;
const most = 1000;

interface Late {
  readonly followUps: readonly Aggregate<FollowUp>[];
  readonly notifications: readonly Aggregate<Notification>[];
}

/** The dead man's check: what should have gone and did not. */
@Injectable()
export class FindLate {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** The latest first; at most a thousand of each. */
  async now(): Promise<Late> {
    const before = this.clock.now() - lateMs;
    const [followUps, notifications] = await Promise.all([
      this.store.due(followUpsAggregate.collection, 'nextAt', before, most),
      this.store.due(notificationsAggregate.collection, 'nextAt', before, most),
    ]);
    return { followUps, notifications };
  }
}
