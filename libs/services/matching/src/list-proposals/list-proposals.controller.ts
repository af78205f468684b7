import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  IdText,
  ProposalsView,
  RequestProposalsView,
  requestStates,
  unservedStates,
  type RequestState,
} from '#libs/contracts';
import {
  Answers,
  AnswersPage,
  CurrentActor,
  LongPageQuery,
  Policy,
  ServiceReads,
  can,
  cursorInvalid,
  listScope,
  refuseChange,
  type Actor,
} from '#libs/runtime';
import { MarketPlace } from '../market/market-place.js';
import { Propose } from '../market/propose.js';

/** Whoever has just posted a request and asks for its proposals gets them, instead of asking again. */
const onItsWayMs = 250;

class ListProposalsQuery extends LongPageQuery {
  @IsOptional() @IdText() region?: string;
  @IsOptional() @IsIn(requestStates) state?: RequestState;
  /** So many of each at most; five when left out. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(5) k?: number;
}

class ProposalsQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(50) k?: number;
}

/** Proposals are a question, not a store: always fresh. */
@Controller('api')
export class ListProposalsController {
  constructor(
    private readonly place: MarketPlace,
    private readonly propose: Propose,
    private readonly reads: ServiceReads,
  ) {}

  /** The coordinator's board: requests open, served in part or given up, newest first, each with its best five (or `k`). @throws query.cursor-invalid */
  @Get('proposals')
  @Policy('proposals.read')
  @AnswersPage(RequestProposalsView)
  list(@Query() query: ListProposalsQuery, @CurrentActor() actor: Actor) {
    const keys = listScope(actor, 'proposals.read', query.region);
    const regions = keys.includes('*') ? 'all' : keys.map((key) => key.replace('region:', ''));
    const all = this.place.market.requestsOf(regions);
    const states: readonly RequestState[] = query.state ? [query.state] : unservedStates;
    // Among all of them: what the last page ended with need not be open any more.
    const last = query.cursor ? all.findIndex(({ id }) => id === query.cursor) : -1;
    if (query.cursor && last < 0) throw cursorInvalid();
    const wanted = all
      .slice(last + 1)
      .filter(({ request }) => states.includes(request.state) && !request.unconfirmed);
    const page = wanted.slice(0, query.limit ?? 50);
    const more = page.length < wanted.length;
    return {
      items: page.map(({ id }) => {
        const { items: proposals, ...considered } = this.answer(id, query.k ?? 5);
        return { requestId: id, ...considered, proposals };
      }),
      next: more ? (page.at(-1)?.id ?? null) : null,
    };
  }

  /** @throws Refusal `aggregate.missing` when `requests` does not know it either, or it is not the actor's */
  @Get('requests/:id/proposals')
  @Policy('proposals.read')
  @Answers(ProposalsView)
  async one(@Param('id') id: string, @Query() { k }: ProposalsQuery, @CurrentActor() actor: Actor) {
    const known = this.place.market.request(id);
    const coming = this.place.comes(id, onItsWayMs);
    const request = known ?? (await this.askedOrHeard(id, coming));
    if (!request || !can(actor, 'proposals.read', { regions: [request.regionId] }))
      throw refuseChange('aggregate.missing');
    // Of one that has only just come nothing was rejected.
    await (known ? this.place.learnRejections(id) : coming);
    return this.answer(id, k ?? 5);
  }

  /** A request that is not known here yet: from its owner, or from its event when that is here first. */
  private async askedOrHeard(id: string, coming: Promise<void>): Promise<{ regionId: string } | undefined> {
    const path = `/api/requests/${encodeURIComponent(id)}`;
    const asked = this.reads.get<{ regionId: string }>('requests', path);
    await Promise.race([asked, coming]);
    return this.place.market.request(id) ?? asked;
  }

  private answer(id: string, k: number) {
    const { whyNone, ...shown } = this.propose.shown(id, k);
    return { ...shown, ...(whyNone ? { whyNone } : {}) };
  }
}
