import { Body, Controller, Post } from '@nestjs/common';
import { OfferView, PostOfferBody } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { viewOf } from '../offer.view.js';
import { AddOffer } from './add-offer.js';

@Controller('api/offers')
export class AddOfferController {
  constructor(private readonly useCase: AddOffer) {}

  @Post()
  @Policy('offers.add')
  @Answers(OfferView, 201)
  async add(@Body() body: PostOfferBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.useCase.execute(body, actor, cause);
    return new Answer(viewOf(document), document.rev, status, { location: `/api/offers/${document.id}` });
  }
}
