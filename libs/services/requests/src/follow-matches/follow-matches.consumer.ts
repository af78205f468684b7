import { Controller } from '@nestjs/common';
import { MatchApproved, MatchConfirmed, MatchEnded, MatchRefused } from '#libs/contracts';
import { Aggregates, InjectAggregates, OnEvent, type EventCause } from '#libs/runtime';
import { hearOfMatch, type Request } from '../domain/request.js';
import { requestsAggregate } from '../requests.collection.js';

/** What became of the proposals of a request moves its state. */
@Controller()
export class FollowMatchesConsumer {
  constructor(@InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>) {}

  @OnEvent(MatchApproved)
  approved({ match }: MatchApproved, cause: EventCause): Promise<unknown> {
    return this.hear(match.requestId, cause, 'approved');
  }

  @OnEvent(MatchConfirmed)
  confirmed({ match }: MatchConfirmed, cause: EventCause): Promise<unknown> {
    return this.hear(match.requestId, cause, 'confirmed');
  }

  @OnEvent(MatchRefused)
  refused({ match }: MatchRefused, cause: EventCause): Promise<unknown> {
    return this.hear(match.requestId, cause, 'ended');
  }

  @OnEvent(MatchEnded)
  ended({ match }: MatchEnded, cause: EventCause): Promise<unknown> {
    return this.hear(match.requestId, cause, 'ended');
  }

  private hear(
    requestId: string,
    cause: EventCause,
    heard: 'approved' | 'confirmed' | 'ended',
  ): Promise<unknown> {
    return this.requests.change(requestId, cause, (request) => hearOfMatch(request, cause.key, heard));
  }
}
