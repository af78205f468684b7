import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { FreedPlaceView, IdText } from '#libs/contracts';
import {
  Aggregates,
  AnswersPage,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  can,
  listScope,
  pageOf,
  type Actor,
  type Aggregate,
} from '#libs/runtime';
import type { FreedPlace } from '../domain/freed-place.js';
import { freedPlacesAggregate } from '../matching.collection.js';
import { Candidates } from './candidates.js';

class FreedPlacesQuery extends PageQuery {
  @IsOptional() @IdText() region?: string;
}

@Controller('api/freed-places')
export class ListFreedPlacesController {
  constructor(
    @InjectAggregates(freedPlacesAggregate) private readonly places: Aggregates<FreedPlace>,
    private readonly candidates: Candidates,
  ) {}

  /** Places that came free and that nobody waited for, longest free first; a line for each region they would serve. */
  @Get()
  @Policy('freed-places.read')
  @AnswersPage(FreedPlaceView)
  async list(@Query() query: FreedPlacesQuery, @CurrentActor() actor: Actor) {
    const keys = listScope(actor, 'freed-places.read', query.region);
    if (keys.length === 0) return { items: [], next: null };
    const page = await this.places.find('byOwner', { oneOf: keys, ...pageOf(query) });
    const inScope = (regionId: string) =>
      (!query.region || query.region === regionId) &&
      can(actor, 'freed-places.read', { regions: [regionId] });
    return { items: page.items.flatMap((place) => this.linesOf(place, inScope)), next: page.next };
  }

  /** Proposals are a question: what was taken, or answered otherwise, since it came free is left out. */
  private linesOf({ id, state }: Aggregate<FreedPlace>, inScope: (regionId: string) => boolean) {
    const slot = this.candidates.free(id);
    const { requests, crowded = [], ...place } = state;
    const good = slot
      ? requests.filter((one) => inScope(one.regionId) && this.candidates.still(one, slot))
      : [];
    return [...new Set(good.map(({ regionId }) => regionId))].map((regionId) => ({
      slotId: id,
      ...place,
      regionId,
      requests: good
        .filter((one) => one.regionId === regionId)
        .map(({ requestId, score }) => ({ requestId, score })),
      more: crowded.includes(regionId),
    }));
  }
}
