import { Body, Controller, Post } from '@nestjs/common';
import { OfferView, PostOfferBody } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { ShowOffer } from '../list-offers/show-offer.js';
import { AddOffer } from './add-offer.js';

@Controller('api/offers')
export class AddOfferController {
  constructor(
    private readonly useCase: AddOffer,
    private readonly show: ShowOffer,
  ) {}

  @Post()
  @Policy('offers.add')
  @Answers(OfferView, 201)
  async add(@Body() body: PostOfferBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.useCase.execute(body, actor, cause);
    return new Answer(await this.show.view(document), document.rev, status, {
      location: `/api/offers/${document.id}`,
    });
  }
}
