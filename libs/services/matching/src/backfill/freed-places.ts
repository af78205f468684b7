import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OfferSlot } from '#libs/matching-engine';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, DueRunner, InjectAggregates, type Cause, type DueCause } from '#libs/runtime';
import { bestOf, crowdedOf, isOpen, type Candidate, type FreedPlace } from '../domain/freed-place.js';
import { MarketPlace } from '../market/market-place.js';
import { timeOfSlot } from '../market/time-of-slot.js';
import { freedPlacesAggregate } from '../matching.collection.js';
import { Candidates } from './candidates.js';

/** Places that came free and that nobody waited for, kept until they are taken or past. */
@Injectable()
export class FreedPlaces implements OnModuleInit {
  constructor(
    @InjectAggregates(freedPlacesAggregate) private readonly places: Aggregates<FreedPlace>,
    private readonly candidates: Candidates,
    private readonly place: MarketPlace,
    private readonly clock: Clock,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(freedPlacesAggregate, ({ id }, cause) => this.close(id, cause));
  }

  /** Keeps whom the place would serve best; answers those requests. Repeating it changes nothing. */
  async free(slotId: string, cause: Cause): Promise<readonly Candidate[]> {
    const slot = this.candidates.free(slotId);
    const fitting = slot ? this.candidates.of(slot) : [];
    const requests = bestOf(fitting);
    const kept = await this.places.get(slotId);
    const byItself = dueCause(cause);
    if (!slot || requests.length === 0) {
      if (kept) await this.close(slotId, byItself);
      return [];
    }
    const fresh: FreedPlace = { ...this.placeOf(slot, requests), crowded: crowdedOf(fitting) };
    if (!kept) await this.places.create(slotId, byItself, { state: fresh });
    else
      await this.places.change(slotId, byItself, (before) => {
        const state = isOpen(before) ? { ...fresh, freedAt: before.freedAt } : fresh;
        return JSON.stringify(state) === JSON.stringify(before) ? null : { state };
      });
    return requests;
  }

  /** Somebody has it: it is no free place any more once it is full. */
  async taken(slotId: string, cause: Cause): Promise<void> {
    if (!this.candidates.free(slotId) && (await this.places.get(slotId)))
      await this.close(slotId, dueCause(cause));
  }

  private close(id: string, cause: DueCause): Promise<unknown> {
    return this.places.change(id, cause, (place) =>
      isOpen(place) ? { state: { ...place, requests: [] } } : null,
    );
  }

  private placeOf(slot: OfferSlot, requests: readonly Candidate[]): FreedPlace {
    const { offerId, organisationId } = slot;
    return {
      offerId,
      organisationId,
      title: this.place.market.offer(offerId)?.title ?? offerId,
      ...timeOfSlot(slot),
      freedAt: new Date(this.clock.now()).toISOString(),
      requests,
    };
  }
}

/** What reacts to an event of a source of which there are many keeps no seen-mark of it. */
export const dueCause = ({ actor, correlationId, causationId }: Cause): DueCause => ({
  kind: 'due',
  actor,
  correlationId,
  causationId,
});
