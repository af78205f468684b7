import { Injectable } from '@nestjs/common';
import { DocumentStore, StaleVersion, type Query } from '#libs/ports/document-store/port';
import { Mailbox, Mailer } from '#libs/ports/mailer/port';
import {
  Aggregates,
  InjectAggregates,
  PersonalData,
  everyAggregate,
  type Aggregate,
  type DueCause,
  type Keep,
  type Kept,
} from '#libs/runtime';
import { actionLinks } from './action-links/action-links.collection.js';
import { calendarFeeds } from './calendar-feeds/calendar-feeds.collection.js';
import type { CalendarFeed } from './calendar-feeds/calendar-feed.js';
import { emptied, type Message } from './threads/message.js';
import { messagesAggregate } from './threads/messages.collection.js';
import { unsubscribedAggregate } from './unsubscribe/unsubscribed.collection.js';
import type { UnsubscribedPerson } from './unsubscribe/unsubscribed.js';

const dayMs = 86_400_000;

/** Who was told what is kept by ids alone; what mails said lies in the mailbox, where there is one. */
@Injectable()
export class NotificationsPersonalData extends PersonalData {
  constructor(
    private readonly mailer: Mailer,
    private readonly store: DocumentStore,
    @InjectAggregates(messagesAggregate) private readonly messages: Aggregates<Message>,
    @InjectAggregates(unsubscribedAggregate) private readonly unsubscribed: Aggregates<UnsubscribedPerson>,
  ) {
    super();
  }

  override async exportOf(personId: string): Promise<Kept> {
    const links: object[] = [];
    for await (const { state } of this.linksOf(personId)) {
      const { subject, side, expiresAt, used } = state;
      links.push({ matchId: subject.matchId, side, expiresAt, used });
    }
    const messages: object[] = [];
    for await (const { state } of this.messagesOf(personId)) {
      const { matchId, at, text } = state;
      messages.push({ matchId, at, text });
    }
    const unsubscribed = (await this.unsubscribed.get(personId))?.state;
    const feed = (await this.feedOf(personId))?.state;
    return {
      links,
      messages,
      ...(feed?.tokenHash ? { calendarFeedSince: new Date(feed.madeAt).toISOString() } : {}),
      ...(unsubscribed ? { unsubscribedAt: new Date(unsubscribed.at).toISOString() } : {}),
    };
  }

  /** Of messages the words go and the line stays. The mailbox is emptied by `directory`, which knows the address until then. */
  override async erase(personId: string): Promise<void> {
    for await (const { id, ver } of this.linksOf(personId)) {
      await this.store.remove(actionLinks.collection, id, ver).catch((error: unknown) => {
        // Used this very moment: it answers nothing any more.
        if (!(error instanceof StaleVersion)) throw error;
      });
    }
    const feed = await this.feedOf(personId);
    if (feed) await this.store.remove(calendarFeeds.collection, feed.id, feed.ver);
    for await (const { id } of this.messagesOf(personId)) await this.messages.change(id, erasing, emptied);
  }

  override async removeOld(now: number, { mailDays }: Keep): Promise<void> {
    if (this.mailer instanceof Mailbox) await this.mailer.removeBefore(now - mailDays * dayMs);
  }

  private feedOf(personId: string): Promise<Aggregate<CalendarFeed> | undefined> {
    return this.store.get(calendarFeeds.collection, personId);
  }

  private linksOf(personId: string) {
    const find = (query: Query) => this.store.find(actionLinks.collection, 'byRecipient', query);
    return everyAggregate(find, personId);
  }

  private messagesOf(personId: string) {
    return everyAggregate((query) => this.messages.find('byAuthor', query), personId);
  }
}

const erasing: DueCause = {
  kind: 'due',
  actor: 'service:notifications',
  correlationId: 'erasing',
  causationId: null,
};
