import { Body, Controller, Param, Patch } from '@nestjs/common';
import { AssignmentBody, RequestView } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  can,
  refuseAccess,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { assign } from '../domain/assign.js';
import { ownersOf, type Request } from '../domain/request.js';
import { ShowRequest } from '../list-requests/show-request.js';
import { viewFor } from '../request.view.js';
import { requestsAggregate } from '../requests.collection.js';

@Controller('api/requests')
export class AssignRequestController {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    private readonly show: ShowRequest,
    private readonly clock: Clock,
  ) {}

  /** Who of the coordinators looks after it, what they tell each other, and what the school must say first. */
  @Patch(':id/assignment')
  @Policy('requests.assign')
  @Answers(RequestView)
  async assign(
    @Param('id') id: string,
    @Body() body: AssignmentBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { state } = await this.show.execute(id, actor);
    if (!can(actor, 'requests.assign', ownersOf(state))) throw refuseAccess('access.not-allowed');
    const { document, status } = await this.requests.change(id, cause, (request) =>
      assign(request, body, this.clock.now()),
    );
    return new Answer(viewFor(document, actor), document.rev, status);
  }
}
