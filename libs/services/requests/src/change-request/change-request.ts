import { Injectable } from '@nestjs/common';
import type { PatchRequestBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  KnownContacts,
  InjectAggregates,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { described } from '../domain/groups.js';
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
    private readonly contacts: KnownContacts,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `aggregate.missing`, `command.stale`, `requests.…` that names the field. */
  async execute(
    id: string,
    patch: PatchRequestBody,
    actor: Actor,
    cause: CommandCause,
  ): Promise<Outcome<Request>> {
    const document = await this.show.forChange(id, actor);
    const { schoolLocationId, regionId, contactId } = document.state;
    const place = { regions: [regionId], school: schoolLocationId };
    if (patch.contactId !== contactId)
      await this.contacts.mustBe(patch.contactId, actor, 'requests.post', place);
    const windows = patch.windows ?? document.state.windows;
    const location = await this.facts.location(schoolLocationId);
    const asked = { schoolLocationId, requestId: id, windows };
    const groups = patch.groups && (await this.facts.groupsOf(patch.groups, location, asked));
    const outcome = await this.requests.change(document, cause, (request) =>
      changeRequest(request, patch, { location, ...(groups ? { groups } : {}), now: this.clock.now() }),
    );
    if (patch.groups && groups) await this.facts.remember(described(patch.groups, groups), schoolLocationId);
    return outcome;
  }
}
