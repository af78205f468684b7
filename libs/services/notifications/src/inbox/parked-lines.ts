import { Injectable } from '@nestjs/common';
import type { ParkedView } from '#libs/runtime';
import { both } from '../mails/say.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { InboxLine, InboxSource } from './inbox-line.js';
import { InboxReads } from './inbox-reads.js';
import { sayHeld } from './say-inbox.js';

const services = ['requests', 'offers', 'matching', 'notifications', 'impact'];
/** Topics and collections whose keys are, or begin with, the id of a match. */
const ofMatches = /^(matching|offers)$|^(matching\.matches|offers\.holds|notifications\.follow-ups)$/;
const mostParked = 200;

/** Events that could not be handled, as far as they are about an appointment of the region. */
@Injectable()
export class ParkedLines {
  constructor(
    private readonly reads: InboxReads,
    private readonly owners: OwnerReads,
  ) {}

  of(region: string): readonly InboxSource[] {
    return services.map((from) => ({ from, lines: this.at(from, region) }));
  }

  private async at(service: string, region: string): Promise<InboxLine[]> {
    const parked = await this.reads.every<ParkedView>(service, '/api/parked', {}, mostParked);
    // One match, one line, from the first event on.
    const byMatch = new Map<string, ParkedView>();
    for (const one of parked.toReversed())
      if (ofMatches.test(one.topic)) byMatch.set(one.key.split('.')[0] as string, one);
    const lines = await Promise.all([...byMatch].map(([id, one]) => this.line(id, one, region)));
    return lines.filter((line) => line !== undefined);
  }

  private async line(
    matchId: string,
    { id, parkedAt }: ParkedView,
    region: string,
  ): Promise<InboxLine | undefined> {
    const match = await this.owners.match(matchId);
    if (match?.regionId !== region) return undefined;
    return {
      id: `technical-hold.${id}`,
      kind: 'technical-hold',
      since: Date.parse(parkedAt),
      regionId: region,
      subject: { matchId, parkedId: id },
      sentence: sayHeld(match.title),
      action: {
        kind: 'see-parked',
        href: `/api/parked/${encodeURIComponent(id)}`,
        label: both('Laat de beheerder kijken', 'Have the operator look'),
      },
    };
  }
}
