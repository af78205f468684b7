import { Injectable } from '@nestjs/common';
import {
  Aggregates,
  InjectAggregates,
  can,
  refuseAccess,
  refuseChange,
  type Actor,
  type Aggregate,
} from '#libs/runtime';
import { ownersOf, type Request } from '../domain/request.js';
import { requestsAggregate } from '../requests.collection.js';

@Injectable()
export class ShowRequest {
  constructor(@InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>) {}

  /** @throws Refusal `aggregate.missing` also for what the actor may not see. */
  async execute(id: string, actor: Actor): Promise<Aggregate<Request>> {
    const document = await this.requests.get(id);
    if (!document || !can(actor, 'requests.read', resourceOf(document.state)))
      throw refuseChange('aggregate.missing');
    return document;
  }

  /** @throws as `execute`; Refusal `access.not-allowed` for a colleague's request. */
  async forChange(id: string, actor: Actor): Promise<Aggregate<Request>> {
    const document = await this.execute(id, actor);
    if (!can(actor, 'requests.change', resourceOf(document.state))) throw refuseAccess('access.not-allowed');
    return document;
  }
}

const resourceOf = (request: Request) => ({ ...ownersOf(request), madeBy: request.madeBy });
