import { Controller } from '@nestjs/common';
import { CallAnswered, type OrganisationChanged } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Copies,
  InjectAggregates,
  InjectCopies,
  OnEvent,
  ServiceReads,
  type EventCause,
} from '#libs/runtime';
import { addCalledSlot, calledOffer, type CalledFor } from '../domain/called-offer.js';
import type { Offer } from '../domain/offer.js';
import { SlotHoldings } from '../hold/slot-holdings.js';
import { offersAggregate, organisationCopies } from '../offers.collection.js';

/** A partner said it can meet a request that no offer met: what it said is to be there. */
@Controller()
export class CallConsumer {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    @InjectCopies(organisationCopies) private readonly organisations: Copies<OrganisationChanged>,
    private readonly holdings: SlotHoldings,
    private readonly reads: ServiceReads,
    private readonly clock: Clock,
  ) {}

  @OnEvent(CallAnswered)
  async answered(answered: CallAnswered, cause: EventCause): Promise<void> {
    if (answered.makeOffer) await this.make(answered, cause);
    else await this.addSlot(answered, cause);
  }

  private async addSlot(answered: CallAnswered, cause: EventCause): Promise<void> {
    const { offerId } = answered;
    if (!(await this.offers.get(offerId))) return;
    const request = await this.requestOf(answered);
    if (!request) return;
    const { document } = await this.offers.change(offerId, cause, (offer) =>
      addCalledSlot(offer, answered, request.groups),
    );
    for (const { id, start } of document.state.slots)
      if (Date.parse(start) === Date.parse(answered.start)) await this.holdings.reopen(id);
  }

  private async make(answered: CallAnswered, cause: EventCause): Promise<void> {
    const { organisationId, offerId } = answered;
    const request = await this.requestOf(answered);
    if (!request) return;
    const organisation = await this.organisations.get(organisationId);
    const made = calledOffer(answered, request, {
      contactId: organisation?.firstContactId ?? cause.actor,
      regionIds: organisation?.regionIds ?? cause.owners.regions,
      ...(organisation?.location ? { location: organisation.location } : {}),
      now: this.clock.now(),
    });
    await this.offers.create(offerId, cause, made);
  }

  private requestOf({ requestId }: CallAnswered): Promise<CalledFor | undefined> {
    return this.reads.get<CalledFor>('requests', `/api/requests/${requestId}`);
  }
}
