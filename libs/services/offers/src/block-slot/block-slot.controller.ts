import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { BlockSlotBody, OfferView } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { ShowOffer } from '../list-offers/show-offer.js';
import { BlockSlot } from './block-slot.js';

@Controller('api/slots')
export class BlockSlotController {
  constructor(
    private readonly show: ShowOffer,
    private readonly useCase: BlockSlot,
  ) {}

  @Post(':id/block')
  @HttpCode(200)
  @Policy('offers.change')
  @Answers(OfferView)
  async block(
    @Param('id') slotId: string,
    @Body() { groups }: BlockSlotBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const offerId = slotId.slice(0, Math.max(0, slotId.lastIndexOf('.')));
    const offer = await this.show.forChange(offerId, actor);
    const { document, status } = await this.useCase.execute(offer, { slotId, groups }, cause);
    return new Answer(await this.show.view(document), document.rev, status);
  }
}
