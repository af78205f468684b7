import { Injectable } from '@nestjs/common';
import { slotsOfOffer } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  InjectAggregates,
  can,
  refuseAccess,
  refuseChange,
  type Actor,
  type Aggregate,
} from '#libs/runtime';
import { ownersOf, type Offer } from '../domain/offer.js';
import { SlotHoldings } from '../hold/slot-holdings.js';
import { viewOf } from '../offer.view.js';
import { offersAggregate } from '../offers.collection.js';

@Injectable()
export class ShowOffer {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    private readonly slots: SlotHoldings,
    private readonly clock: Clock,
  ) {}

  async view(offer: Aggregate<Offer>) {
    const now = this.clock.now();
    const ahead = slotsOfOffer(offer.id, offer.state).filter(({ start }) => Date.parse(start) > now);
    return viewOf(offer, await this.slots.freeOf(offer.id, ahead));
  }

  /** @throws Refusal `aggregate.missing` also for what the actor may not see. */
  async execute(id: string, actor: Actor): Promise<Aggregate<Offer>> {
    const document = await this.offers.get(id);
    if (!document || !can(actor, 'offers.read', ownersOf(document.state)))
      throw refuseChange('aggregate.missing');
    return document;
  }

  async forChange(id: string, actor: Actor): Promise<Aggregate<Offer>> {
    const document = await this.execute(id, actor);
    if (!can(actor, 'offers.change', ownersOf(document.state))) throw refuseAccess('access.not-allowed');
    return document;
  }
}
