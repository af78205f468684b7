import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { IdText, RoundLineView, RoundView, isUnserved } from '#libs/contracts';
import type { OfferSlot } from '#libs/matching-engine';
import {
  Aggregates,
  Answer,
  Answers,
  AnswersPage,
  Copies,
  CurrentActor,
  InjectAggregates,
  InjectCopies,
  PageQuery,
  Policy,
  listScope,
  offsetOf,
  pageOf,
  type Actor,
} from '#libs/runtime';
import { refuse } from '../domain/round.errors.js';
import type { Round } from '../domain/round.js';
import { MarketPlace } from '../market/market-place.js';
import { Propose } from '../market/propose.js';
import { roundPages, roundsAggregate, type RoundLine } from '../matching.collection.js';
import { pageIdOf, linesPerPage } from '../plan-round/round-pages.js';
import { roundView } from '../round.view.js';
import { ShowRound } from './show-round.js';

class ListRoundsQuery extends PageQuery {
  @IsOptional() @IdText() region?: string;
}

@Controller('api/rounds')
export class ListRoundsController {
  constructor(
    @InjectAggregates(roundsAggregate) private readonly rounds: Aggregates<Round>,
    @InjectCopies(roundPages) private readonly pages: Copies<readonly RoundLine[]>,
    private readonly show: ShowRound,
    private readonly propose: Propose,
    private readonly place: MarketPlace,
  ) {}

  /** The latest first. */
  @Get()
  @Policy('rounds.read')
  @AnswersPage(RoundView)
  async list(@Query() query: ListRoundsQuery, @CurrentActor() actor: Actor) {
    const oneOf = listScope(actor, 'rounds.read', query.region);
    if (oneOf.length === 0) return { items: [], next: null };
    const page = await this.rounds.find('byOwner', { oneOf, order: 'descending', ...pageOf(query) });
    return { items: page.items.map(roundView), next: page.next };
  }

  @Get(':id')
  @Policy('rounds.read')
  @Answers(RoundView)
  async one(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const document = await this.show.execute(id, actor, 'rounds.read');
    return new Answer(roundView(document), document.rev);
  }

  /**
   * What the plan gives whom, the best first and those without a place last; each as a proposal of now, or why it cannot be
   * approved any more. @throws Refusal `rounds.not-planned`
   */
  @Get(':id/lines')
  @Policy('proposals.read')
  @AnswersPage(RoundLineView)
  async lines(@Param('id') id: string, @Query() query: PageQuery, @CurrentActor() actor: Actor) {
    const { state } = await this.show.execute(id, actor, 'rounds.read');
    if (state.plan?.phase !== 'planned') throw refuse('rounds.not-planned');
    const { run, result } = state.plan;
    const begin = offsetOf(query);
    const end = Math.min(begin + (query.limit ?? 50), result.requests);
    const lines: RoundLine[] = [];
    for (let page = Math.floor(begin / linesPerPage); page * linesPerPage < end; page += 1) {
      const stored = (await this.pages.get(pageIdOf(id, run, page))) ?? [];
      const offset = page * linesPerPage;
      lines.push(...stored.slice(Math.max(0, begin - offset), end - offset));
    }
    return {
      items: lines.map((line) => this.lineView(line)),
      next: end < result.requests ? String(end) : null,
    };
  }

  private lineView({ requestId, slotId, score, price }: RoundLine) {
    const { market } = this.place;
    const request = market.request(requestId);
    const matchId = market.liveMatchOf(requestId) ?? null;
    const slot = slotId === null ? undefined : market.slot(slotId);
    const gone = slotId === null || matchId !== null ? null : this.whyGone(requestId, slot);
    return {
      requestId,
      title: request?.title ?? null,
      schoolLocationId: request?.schoolLocationId ?? null,
      slotId,
      score,
      price,
      matchId,
      proposal: slot && gone === null ? (this.propose.asProposal(requestId, slot) ?? null) : null,
      gone,
      ...(slotId === null ? { whyNone: this.propose.bestFor(requestId, 0)?.whyNone ?? null } : {}),
    };
  }

  private whyGone(requestId: string, slot: OfferSlot | undefined): 'request' | 'slot' | null {
    const request = this.place.market.request(requestId);
    if (!request || !isUnserved(request.state)) return 'request';
    return slot && this.propose.fitsNow(requestId, slot) ? null : 'slot';
  }
}
