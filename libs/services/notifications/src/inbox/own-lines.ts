import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates, type Aggregate } from '#libs/runtime';
import { nobodyThere, type Notification } from '../domain/notification.js';
import type { Subject } from '../domain/subject.js';
import { both } from '../mails/say.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { FindLate } from './find-late.js';
import type { InboxLine, InboxSource } from './inbox-line.js';
import { RegionsOf } from './regions-of.js';
import { sayLate, sayMail } from './say-inbox.js';

const mailDays = 30;
const dayMs = 86_400_000;
const mostUndelivered = 1000;
/** Of which region they are is asked one by one: that many late ones are alarm enough. */
const mostLooked = 100;

/** Mails that reached nobody, and what should have gone by now. */
@Injectable()
export class OwnLines {
  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
    private readonly owners: OwnerReads,
    private readonly regions: RegionsOf,
    private readonly findLate: FindLate,
  ) {}

  of(region: string, now: number): readonly InboxSource[] {
    return [
      { from: 'directory', lines: this.undelivered(region, now) },
      { from: 'notifications', lines: this.late(region) },
    ];
  }

  /** A line for each person whom nothing reached since. */
  private async undelivered(region: string, now: number): Promise<InboxLine[]> {
    const { items } = await this.notifications.find('undelivered', {
      equals: '*',
      from: new Date(now - mailDays * dayMs).toISOString(),
      limit: mostUndelivered,
    });
    const byPerson = Map.groupBy(items, ({ state }) => state.recipient);
    const lines = await Promise.all([...byPerson].map((one) => this.unreached(...one, region)));
    return lines.filter((line) => line !== undefined);
  }

  private async unreached(
    recipient: string,
    failed: readonly Aggregate<Notification>[],
    region: string,
  ): Promise<InboxLine | undefined> {
    const reached = await this.notifications.find('sentTo', {
      equals: recipient,
      order: 'descending',
      limit: 1,
    });
    const last = Date.parse(reached.items[0]?.state.sentAt ?? '') || 0;
    const [first, ...others] = failed.filter(({ state }) => state.dueAt > last);
    if (!first || !(await this.regions.of(first.state.subject)).includes(region)) return undefined;
    const kind = kindOf((others.at(-1) ?? first).state);
    return {
      id: `${kind}.${recipient}`,
      kind,
      since: first.state.dueAt,
      regionId: region,
      ...wayOn(first.state.subject, recipient),
      sentence: sayMail(kind, (await this.owners.person(recipient))?.name ?? ''),
    };
  }

  private async late(region: string): Promise<InboxLine[]> {
    const { followUps, notifications: all } = await this.findLate.now();
    const notifications = all.slice(0, mostLooked);
    const regions = await Promise.all(notifications.map(({ state }) => this.regions.of(state.subject)));
    const here = [
      ...followUps.filter(({ state }) => state.regionId === region),
      ...notifications.filter((_, i) => regions[i]?.includes(region)),
    ];
    if (here.length === 0) return [];
    return [
      {
        id: `follow-ups-late.${region}`,
        kind: 'follow-ups-late',
        since: Math.min(...here.map(({ nextAt }) => nextAt ?? Infinity)),
        regionId: region,
        subject: {},
        sentence: sayLate(here.length),
        action: {
          kind: 'see-health',
          href: '/health/ready',
          label: both('Bekijk hoe het systeem ervoor staat', 'See how the system is'),
        },
      },
    ];
  }
}

function kindOf({ why }: Notification): 'mail-refused' | 'mail-given-up' | 'no-address' {
  if (why === nobodyThere) return 'no-address';
  return why === 'gave-up' ? 'mail-given-up' : 'mail-refused';
}

function wayOn(subject: Subject, personId: string): Pick<InboxLine, 'subject' | 'action'> {
  if ('matchId' in subject)
    return {
      subject: { personId, matchId: subject.matchId },
      action: {
        kind: 'open-match',
        href: `/afspraken/${encodeURIComponent(subject.matchId)}`,
        label: both('Noem een andere contactpersoon', 'Name another contact'),
      },
    };
  if ('requestId' in subject)
    return {
      subject: { personId, requestId: subject.requestId },
      action: {
        kind: 'open-request',
        href: `/aanvragen/${encodeURIComponent(subject.requestId)}`,
        label: both('Bekijk de aanvraag', 'See the request'),
      },
    };
  return {
    subject: { personId },
    action: { kind: 'open-people', href: '/mensen', label: both('Bekijk de mensen', 'See the people') },
  };
}
