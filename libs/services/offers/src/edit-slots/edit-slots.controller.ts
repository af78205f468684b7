import { slotsOfOffer } from '#libs/facts';
import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { AddSlotsBody, OfferView } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
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
import { refuse } from '../domain/offer.errors.js';
import { addSlots, removeSlot, type Offer } from '../domain/offer.js';
import { SlotHoldings } from '../hold/slot-holdings.js';
import { ShowOffer } from '../list-offers/show-offer.js';
import { offersAggregate } from '../offers.collection.js';

@Controller('api')
export class EditSlotsController {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    private readonly show: ShowOffer,
    private readonly holdings: SlotHoldings,
    private readonly clock: Clock,
  ) {}

  @Post('offers/:id/slots')
  @HttpCode(200)
  @Policy('offers.change')
  @Answers(OfferView)
  async add(
    @Param('id') id: string,
    @Body() body: AddSlotsBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    await this.show.forChange(id, actor);
    const { document, status } = await this.offers.change(id, cause, (offer) =>
      addSlots(id, offer, body.slots, this.clock.now()),
    );
    const added = new Set(body.slots.map(({ start }) => Date.parse(start)));
    for (const slot of document.state.slots) {
      if (added.has(Date.parse(slot.start))) await this.holdings.reopen(slot.id);
    }
    return new Answer(await this.show.view(document), document.rev, status);
  }

  /** Takes a slot out. Its calendar is closed first: from then on nobody can be promised it. */
  @Delete('slots/:id')
  @Policy('offers.change')
  @Answers(OfferView)
  async remove(@Param('id') slotId: string, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const offerId = slotId.slice(0, Math.max(0, slotId.lastIndexOf('.')));
    const { state } = await this.show.forChange(offerId, actor);
    const there = slotsOfOffer(offerId, state).some(({ id }) => id === slotId);
    if (there && !(await this.holdings.close(slotId))) throw refuse('offers.slot-taken');
    const { document } = await this.offers.change(offerId, cause, (offer) =>
      removeSlot(offerId, offer, slotId),
    );
    return new Answer(await this.show.view(document), document.rev);
  }
}
