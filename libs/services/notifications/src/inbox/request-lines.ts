import { Injectable } from '@nestjs/common';
import type { RequestState } from '#libs/contracts';
import { both } from '../mails/say.js';
import type { MatchStep, MatchView } from '../owners/views.js';
import type { InboxLine, InboxSource } from './inbox-line.js';
import { InboxReads } from './inbox-reads.js';
import { sayHalfWay, sayRefused } from './say-inbox.js';

interface WaitingRequest {
  readonly id: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly title: string;
  readonly state: RequestState;
  readonly postedAt: string;
  readonly answerBy: string;
  /** Nobody confirmed yet that who asked teaches there. */
  readonly unconfirmed?: boolean;
  /** Matches that live for it. */
  readonly matchIds: readonly string[];
}

const mostRefused = 100;
const refusedDays = 30;
const dayMs = 86_400_000;

/** Requests that nobody has an appointment for yet. */
@Injectable()
export class RequestLines {
  constructor(private readonly reads: InboxReads) {}

  of(region: string, now: number): readonly InboxSource[] {
    return [
      { from: 'requests', lines: this.halfWay(region, now) },
      { from: 'matching', lines: this.refused(region, now) },
    ];
  }

  private async halfWay(region: string, now: number): Promise<InboxLine[]> {
    const found = await this.reads.every<WaitingRequest>('requests', '/api/requests', {
      region,
      inbox: 'true',
    });
    return found.map((request) => {
      const { id, title, state, postedAt, answerBy, unconfirmed } = request;
      return {
        id: `request-half-way.${id}`,
        kind: 'request-half-way' as const,
        // An answer date that moved since moves this along, but not into the future.
        since: Math.min(now, (Date.parse(postedAt) + Date.parse(answerBy)) / 2),
        ...aboutRequest(request),
        ...(unconfirmed ? { action: toPeople } : {}),
        sentence: sayHalfWay(
          title,
          unconfirmed ? 'who-asks' : state === 'needs-info' ? 'school' : 'proposal',
        ),
      };
    });
  }

  /** What could not be held, as long as its request has no other appointment. */
  private async refused(region: string, now: number): Promise<InboxLine[]> {
    const query = { region, state: 'refused' };
    const found = await this.reads.every<MatchView>('matching', '/api/matches', query, mostRefused);
    // The newest is listed first.
    const newest = new Map(found.toReversed().map((match) => [match.requestId, match]));
    newest.delete(null);
    const lines = await Promise.all([...newest.values()].map((match) => this.stillOpen(match, now)));
    return lines.filter((line) => line !== undefined);
  }

  private async stillOpen(match: MatchView, now: number): Promise<InboxLine | undefined> {
    const request = await this.reads.one<WaitingRequest>(
      'requests',
      `/api/requests/${encodeURIComponent(match.requestId ?? '')}`,
    );
    if (request?.state !== 'open' || request.matchIds.length > 0) return undefined;
    const history = `/api/matches/${encodeURIComponent(match.id)}/history`;
    const trail = (await this.reads.one<{ items: readonly MatchStep[] }>('matching', history))?.items ?? [];
    const since = Date.parse(trail.at(-1)?.at ?? request.postedAt);
    if (now - since > refusedDays * dayMs) return undefined;
    return {
      id: `refused.${match.id}`,
      kind: 'refused',
      since,
      ...aboutRequest(request),
      subject: { ...aboutRequest(request).subject, matchId: match.id },
      sentence: sayRefused(match.title),
    };
  }
}

/** Where claims are confirmed: until then there is no proposal to approve. */
const toPeople = {
  kind: 'open-people' as const,
  href: '/mensen',
  label: both('Bevestig wie het vraagt', 'Confirm who asks'),
};

function aboutRequest({ id, regionId, schoolLocationId }: WaitingRequest) {
  return {
    regionId,
    subject: { requestId: id, schoolLocationId },
    action: {
      kind: 'open-request' as const,
      href: `/aanvragen/${encodeURIComponent(id)}`,
      label: both('Bekijk de voorstellen', 'See the proposals'),
    },
  };
}
