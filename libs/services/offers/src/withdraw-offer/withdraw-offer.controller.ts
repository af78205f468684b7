import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { OfferView } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { withdrawOffer, type Offer } from '../domain/offer.js';
import { ShowOffer } from '../list-offers/show-offer.js';
import { offersAggregate } from '../offers.collection.js';

@Controller('api/offers')
export class WithdrawOfferController {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    private readonly show: ShowOffer,
  ) {}

  /** No new matches; live ones stay. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Policy('offers.change')
  @Answers(OfferView)
  async withdraw(@Param('id') id: string, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    await this.show.forChange(id, actor);
    const { document, status } = await this.offers.change(id, cause, withdrawOffer);
    return new Answer(await this.show.view(document), document.rev, status);
  }
}
