import { slotsOfOffer } from '#libs/facts';
import { Injectable } from '@nestjs/common';
import {
  Aggregates,
  InjectAggregates,
  type Aggregate,
  type CommandCause,
  type DueCause,
  type Outcome,
} from '#libs/runtime';
import { refuse } from '../domain/offer.errors.js';
import { blockSlot, type Offer } from '../domain/offer.js';
import { SlotHoldings } from '../hold/slot-holdings.js';
import { offersAggregate } from '../offers.collection.js';

@Injectable()
export class BlockSlot {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    private readonly holdings: SlotHoldings,
  ) {}

  /**
   * Places given away elsewhere: never more than are free, as a match could not be promised them either.
   * @throws offers.slot-missing, offers.withdrawn, offers.slot-not-free
   */
  async execute(
    { id, state, keys }: Aggregate<Offer>,
    { slotId, groups }: { slotId: string; groups: number },
    cause: CommandCause,
  ): Promise<Outcome<Offer>> {
    const repeated = keys.some(({ key }) => key === cause.key);
    if (!repeated) await this.take(blockSlot(id, state, slotId, groups).state, slotId, groups);
    const outcome = await this.offers.change(id, cause, (offer) => blockSlot(id, offer, slotId, groups));
    return { ...outcome, document: await this.tellCalendar(outcome, slotId, cause) };
  }

  private async take(offer: Offer, slotId: string, groups: number): Promise<void> {
    const offerId = slotId.slice(0, slotId.lastIndexOf('.'));
    const capacity = slotsOfOffer(offerId, offer).find(({ id }) => id === slotId)?.groups ?? 0;
    const free = await this.holdings.block(slotId, capacity, groups);
    if (free === null) return;
    const promised = Math.max(0, capacity - free);
    const detail = `At most ${free} of the ${capacity} places of this slot can be blocked: ${promised} promised to schools.`;
    throw refuse('offers.slot-not-free', { detail, facts: { free } });
  }

  /** Of two that block one slot at once the calendar knows who was last; the offer says what the calendar says. */
  private async tellCalendar({ document }: Outcome<Offer>, slotId: string, cause: CommandCause) {
    const { actor, correlationId, causationId } = cause;
    const again: DueCause = { kind: 'due', actor, correlationId, causationId };
    for (;;) {
      const groups = await this.holdings.blockedIn(slotId);
      const changed = await this.offers.change(document.id, again, (state) => {
        const made = blockSlot(document.id, state, slotId, groups);
        return made.state === state ? null : made;
      });
      if (changed.document.ver === document.ver || groups === (await this.holdings.blockedIn(slotId)))
        return changed.document;
    }
  }
}
