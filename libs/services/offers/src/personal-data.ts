import { Injectable } from '@nestjs/common';
import {
  Aggregates,
  InjectAggregates,
  PersonalData,
  everyAggregate,
  type EventCause,
  type Kept,
} from '#libs/runtime';
import { hostWrittenBy, withoutHostBy } from './domain/erase-person.js';
import type { Offer } from './domain/offer.js';
import { offersAggregate } from './offers.collection.js';

@Injectable()
export class OffersPersonalData extends PersonalData {
  constructor(@InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>) {
    super();
  }

  override async exportOf(personId: string): Promise<Kept> {
    const found: object[] = [];
    for await (const { id, state } of this.all()) {
      const as = [
        ...(state.madeBy === personId ? ['maker'] : []),
        ...(state.contactId === personId ? ['contact'] : []),
        ...(state.givenBy.includes(personId) ? ['giver'] : []),
      ];
      const host = hostWrittenBy(state, personId);
      if (as.length > 0) found.push({ id, as, title: state.title, wrote: host ? [host] : [] });
    }
    return { offers: found };
  }

  override async erase(personId: string, cause: EventCause): Promise<void> {
    for await (const { id, state } of this.all()) {
      if (hostWrittenBy(state, personId))
        await this.offers.change(id, cause, (offer) => withoutHostBy(offer, personId));
    }
  }

  /** An offer is withdrawn by its people; what was given stays counted. */
  override async removeOld(): Promise<void> {}

  private all() {
    return everyAggregate((query) => this.offers.find('byOwner', query));
  }
}
