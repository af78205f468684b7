import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { IdText, RequestView, requestStates, type RequestState } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  AnswersPage,
  CurrentActor,
  InjectAggregates,
  LongPageQuery,
  Policy,
  listScope,
  pageOf,
  type Actor,
} from '#libs/runtime';
import type { Request } from '../domain/request.js';
import { viewFor } from '../request.view.js';
import { requestsAggregate } from '../requests.collection.js';
import { ShowRequest } from './show-request.js';

class ListRequestsQuery extends LongPageQuery {
  @IsOptional() @IdText() region?: string;
  @IsOptional() @IsIn(requestStates) state?: RequestState;
  /** Those alone of which half the time to answer has passed without an appointment under way. */
  @IsOptional() @IsIn(['true', 'false']) inbox?: 'true' | 'false';
}

@Controller('api/requests')
export class ListRequestsController {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    private readonly show: ShowRequest,
  ) {}

  /** Newest first; those for the coordinator's inbox longest waiting first. Only what the actor may see. */
  @Get()
  @Policy('requests.read')
  @AnswersPage(RequestView)
  async list(@Query() query: ListRequestsQuery, @CurrentActor() actor: Actor) {
    const keys = listScope(actor, 'requests.read', query.region);
    const oneOf = query.state ? keys.map((key) => `${key}|${query.state}`) : keys;
    if (oneOf.length === 0) return { items: [], next: null };
    const page =
      query.inbox === 'true'
        ? await this.requests.find('forInbox', { oneOf, ...pageOf(query) })
        : await this.requests.find('byOwner', { oneOf, order: 'descending', ...pageOf(query) });
    return { items: page.items.map((request) => viewFor(request, actor)), next: page.next };
  }

  @Get(':id')
  @Policy('requests.read')
  @Answers(RequestView)
  async one(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const document = await this.show.execute(id, actor);
    return new Answer(viewFor(document, actor), document.rev);
  }
}
