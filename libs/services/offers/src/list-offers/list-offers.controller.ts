import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { IdText, OfferView, offerStates, type OfferState } from '#libs/contracts';
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
import type { Offer } from '../domain/offer.js';
import { offersAggregate } from '../offers.collection.js';
import { ShowOffer } from './show-offer.js';

class ListOffersQuery extends PageQuery {
  @IsOptional() @IdText() region?: string;
  @IsOptional() @IsIn(offerStates) state?: OfferState;
}

@Controller('api/offers')
export class ListOffersController {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    private readonly show: ShowOffer,
  ) {}

  /** By title; only what the actor may see. The public reads the catalogue. */
  @Get()
  @Policy('offers.read')
  @AnswersPage(OfferView)
  async list(@Query() query: ListOffersQuery, @CurrentActor() actor: Actor) {
    const keys = listScope(actor, 'offers.read', query.region);
    const oneOf = query.state ? keys.map((key) => `${key}|${query.state}`) : keys;
    if (oneOf.length === 0) return { items: [], next: null };
    const page = await this.offers.find('byOwner', { oneOf, ...pageOf(query) });
    const items = await Promise.all(page.items.map((each) => this.show.view(each)));
    return { items, next: page.next };
  }

  @Get(':id')
  @Policy('offers.read')
  @Answers(OfferView)
  async one(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const document = await this.show.execute(id, actor);
    return new Answer(await this.show.view(document), document.rev);
  }
}
