import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { IdText, MatchStepView, MatchView, matchStates, type MatchState } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  AnswersPage,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  listScope,
  pageOf,
  type Actor,
} from '#libs/runtime';
import type { Match } from '../domain/match.js';
import { viewFor } from '../match.view.js';
import { matchesAggregate } from '../matching.collection.js';
import { ShowMatch } from './show-match.js';
import { SidesOfMatch } from './sides-of-match.js';

class ListMatchesQuery extends PageQuery {
  @IsOptional() @IdText() region?: string;
  @IsOptional() @IsIn(matchStates) state?: MatchState;
  /** Those alone that a person must look at. */
  @IsOptional() @IsIn(['true', 'false']) attention?: 'true' | 'false';
}

@Controller('api/matches')
export class ListMatchesController {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly show: ShowMatch,
    private readonly sides: SidesOfMatch,
  ) {}

  /** Newest first; those that a person must look at longest waiting first. Only what the actor may see. */
  @Get()
  @Policy('matches.read')
  @AnswersPage(MatchView)
  async list(@Query() query: ListMatchesQuery, @CurrentActor() actor: Actor) {
    const keys = listScope(actor, 'matches.read', query.region);
    const oneOf = query.state ? keys.map((key) => `${key}|${query.state}`) : keys;
    if (oneOf.length === 0) return { items: [], next: null };
    const page =
      query.attention === 'true'
        ? await this.matches.find('byAttention', { oneOf, ...pageOf(query) })
        : await this.matches.find('byOwner', { oneOf, order: 'descending', ...pageOf(query) });
    const items = page.items.map((match) => ({
      ...viewFor(match, actor),
      names: this.sides.namesOf(match.state),
    }));
    return { items, next: page.next };
  }

  @Get(':id')
  @Policy('matches.read')
  @Answers(MatchView)
  async one(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const document = await this.show.execute(id, actor);
    const { state, rev } = document;
    const sides = { names: this.sides.namesOf(state), schoolClosed: this.sides.schoolClosed(state) };
    return new Answer({ ...viewFor(document, actor), ...sides }, rev);
  }

  @Get(':id/history')
  @Policy('matches.read')
  @AnswersPage(MatchStepView)
  async history(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const { state } = await this.show.execute(id, actor);
    return { items: state.history, next: null };
  }
}
