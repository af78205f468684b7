import { Body, Controller, Param, Patch } from '@nestjs/common';
import { OfferView, PatchOfferBody } from '#libs/contracts';
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
import { NameContact } from '../add-offer/name-contact.js';
import { ResolveLocation } from '../add-offer/resolve-location.js';
import { changeOffer, type Offer } from '../domain/offer.js';
import { ShowOffer } from '../list-offers/show-offer.js';
import { offersAggregate } from '../offers.collection.js';

@Controller('api/offers')
export class ChangeOfferController {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    private readonly show: ShowOffer,
    private readonly location: ResolveLocation,
    private readonly contact: NameContact,
  ) {}

  @Patch(':id')
  @Policy('offers.change')
  @Answers(OfferView)
  async change(
    @Param('id') id: string,
    @Body() body: PatchOfferBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { regionIds, organisationId, contactId } = (await this.show.forChange(id, actor)).state;
    const place = { regions: [...regionIds], organisation: organisationId };
    const named =
      body.contactId === contactId
        ? contactId
        : await this.contact.execute(body.contactId, actor, 'offers.change', place);
    const location = body.location ? await this.location.execute(body.location) : undefined;
    const { document } = await this.offers.change(id, cause, (offer) =>
      changeOffer(id, offer, { ...body, contactId: named ?? null }, location),
    );
    return new Answer(await this.show.view(document), document.rev);
  }
}
