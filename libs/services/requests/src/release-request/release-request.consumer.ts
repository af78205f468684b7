import { Controller } from '@nestjs/common';
import { ClaimRefused, PersonConfirmed } from '#libs/contracts';
import { Aggregates, InjectAggregates, OnEvent, type Aggregate, type EventCause } from '#libs/runtime';
import { releaseRequest, withdrawRequest, type Request } from '../domain/request.js';
import { requestsAggregate } from '../requests.collection.js';
import { ConfirmedPeople } from './confirmed-people.js';

const mostAtOnce = 1_000;
const refusedBecause = 'De coördinator kent de aanvrager niet als leerkracht van deze school.';

/** One click on a person is one on what they asked for meanwhile. */
@Controller()
export class ReleaseRequestConsumer {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    private readonly confirmed: ConfirmedPeople,
  ) {}

  @OnEvent(PersonConfirmed)
  async personConfirmed(event: PersonConfirmed, cause: EventCause): Promise<void> {
    await this.confirmed.keep(cause.key, cause.seq, event);
    for (const { id } of await this.waiting(cause.key, event.schoolLocationId))
      await this.requests.change(id, cause, releaseRequest);
  }

  @OnEvent(ClaimRefused)
  async claimRefused({ personId, schoolLocationId }: ClaimRefused, cause: EventCause): Promise<void> {
    for (const { id } of await this.waiting(personId, schoolLocationId))
      await this.requests.change(id, cause, (request) =>
        request.unconfirmed && request.state !== 'withdrawn'
          ? withdrawRequest(request, refusedBecause, cause.actor)
          : null,
      );
  }

  private async waiting(personId: string, schoolLocationId: string): Promise<readonly Aggregate<Request>[]> {
    const { items } = await this.requests.find('byOwner', { equals: `made:${personId}`, limit: mostAtOnce });
    return items.filter(({ state }) => state.unconfirmed && state.schoolLocationId === schoolLocationId);
  }
}
