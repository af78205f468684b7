import { Injectable } from '@nestjs/common';
import type { PatchRequestBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, type Actor, type CommandCause, type Outcome } from '#libs/runtime';
import { changeRequest, type Request } from '../domain/request.js';
import { ShowRequest } from '../list-requests/show-request.js';
import { SchoolFacts } from '../post-request/school-facts.js';
import { requestsAggregate } from '../requests.collection.js';

@Injectable()
export class ChangeRequest {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    private readonly show: ShowRequest,
    private readonly facts: SchoolFacts,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `aggregate.missing`, `command.stale`, `requests.…` that names the field. */
  async execute(
    id: string,
    patch: PatchRequestBody,
    actor: Actor,
    cause: CommandCause,
  ): Promise<Outcome<Request>> {
    const { state } = await this.show.forChange(id, actor);
    const location = await this.facts.location(state.schoolLocationId);
    const groups = patch.groups && (await this.facts.groupsOf(patch.groups, state.schoolLocationId, id));
    const outcome = await this.requests.change(id, cause, (request) =>
      changeRequest(request, patch, { location, ...(groups ? { groups } : {}), now: this.clock.now() }),
    );
    if (groups) await this.facts.remember(groups, state.schoolLocationId);
    return outcome;
  }
}
