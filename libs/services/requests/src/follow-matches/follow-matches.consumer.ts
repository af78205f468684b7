import { Controller } from '@nestjs/common';
import {
  MatchApproved,
  MatchConfirmed,
  MatchEnded,
  MatchHeld,
  MatchRefused,
  RequestFitsAgain,
  type MatchSnapshot,
} from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, OnEvent, type EventCause } from '#libs/runtime';
import { hearOfMatch, reopened, type HeardOfMatch } from '../domain/hear-of-match.js';
import type { Request } from '../domain/request.js';
import { requestsAggregate } from '../requests.collection.js';

/** What became of the proposals of a request moves its state. */
@Controller()
export class FollowMatchesConsumer {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    private readonly clock: Clock,
  ) {}

  @OnEvent(MatchApproved)
  approved({ match }: MatchApproved, cause: EventCause): Promise<unknown> {
    return this.hear(match, cause, 'approved');
  }

  @OnEvent(MatchConfirmed)
  confirmed({ match }: MatchConfirmed, cause: EventCause): Promise<unknown> {
    return this.hear(match, cause, 'confirmed');
  }

  /** Also when it was taken for a no-show before: then the request had been open again. */
  @OnEvent(MatchHeld)
  held({ match }: MatchHeld, cause: EventCause): Promise<unknown> {
    return this.hear(match, cause, 'confirmed');
  }

  @OnEvent(MatchRefused)
  refused({ match }: MatchRefused, cause: EventCause): Promise<unknown> {
    return this.hear(match, cause, 'ended');
  }

  @OnEvent(MatchEnded)
  ended({ match }: MatchEnded, cause: EventCause): Promise<unknown> {
    return this.hear(match, cause, match.undone ? 'undone' : 'ended');
  }

  @OnEvent(RequestFitsAgain)
  fitsAgain({ requestId }: RequestFitsAgain, cause: EventCause): Promise<unknown> {
    return this.requests.change(requestId, cause, (request) => reopened(request, this.clock.now()));
  }

  /** A match that nobody had to ask for moves no request. */
  private async hear(
    { requestId, groups }: MatchSnapshot,
    cause: EventCause,
    heard: HeardOfMatch,
  ): Promise<void> {
    if (!requestId) return;
    const match = { id: cause.key, groupIds: groups.map(({ groupId }) => groupId) };
    await this.requests.change(requestId, cause, (request) =>
      hearOfMatch(request, match, heard, this.clock.now()),
    );
  }
}
