import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates, type Actor, type CommandCause, type Outcome } from '#libs/runtime';
import { withdrawRequest, type Request } from '../domain/request.js';
import { ShowRequest } from '../list-requests/show-request.js';
import { requestsAggregate } from '../requests.collection.js';

@Injectable()
export class WithdrawRequest {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    private readonly show: ShowRequest,
  ) {}

  /** @throws Refusal `requests.confirmed`, `requests.withdrawn`. */
  async execute(id: string, reason: string, actor: Actor, cause: CommandCause): Promise<Outcome<Request>> {
    const document = await this.show.forChange(id, actor);
    return this.requests.change(document, cause, (request) => withdrawRequest(request, reason, actor.id));
  }
}
