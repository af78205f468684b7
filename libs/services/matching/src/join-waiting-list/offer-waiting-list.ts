import { Injectable, Logger } from '@nestjs/common';
import { Refusal } from '#libs/contracts';
import { Aggregates, InjectAggregates, sha256, type Aggregate, type Cause } from '#libs/runtime';
import { dueCause } from '../backfill/freed-places.js';
import { BookSlot } from '../book-slot/book-slot.js';
import type { Match } from '../domain/match.js';
import { leave, refused, type Waiting, type WaitingList } from '../domain/waiting-list.js';
import { MarketPlace } from '../market/market-place.js';
import { matchesAggregate, waitingListsAggregate } from '../matching.collection.js';

/** A place came free: whoever waited longest gets it as an option, and so on while there is room. */
@Injectable()
export class OfferWaitingList {
  private readonly log = new Logger(OfferWaitingList.name);

  constructor(
    @InjectAggregates(waitingListsAggregate) private readonly lists: Aggregates<WaitingList>,
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly slots: BookSlot,
    private readonly place: MarketPlace,
  ) {}

  /**
   * Options for those in line for whom there is room now; whether that takes all of it. They stay in line until their
   * place is certain. Repeating it makes the same matches.
   */
  async offerNext(slotId: string, cause: Cause): Promise<boolean> {
    return this.offer(slotId, cause, () => true);
  }

  /** The place of an option is certain: whoever waited for it waits no more. */
  async secured(option: Aggregate<Match>, cause: Cause): Promise<void> {
    const waited = await this.waitedFor(option);
    if (waited) await this.lists.change(waited.slotId, dueCause(cause), (list) => leave(list, waited.id));
  }

  /** It was not to be had: whoever waited for it waits on, and those are tried who were not refused yet. */
  async refused(option: Aggregate<Match>, cause: Cause): Promise<void> {
    const waited = await this.waitedFor(option);
    if (waited) await this.lists.change(waited.slotId, dueCause(cause), (list) => refused(list, waited.id));
    for (const { slotId } of option.state.needs) await this.offer(slotId, cause, ({ refusals }) => !refusals);
  }

  private async offer(slotId: string, cause: Cause, isTried: (entry: Waiting) => boolean): Promise<boolean> {
    const entries = (await this.lists.get(slotId))?.state.entries ?? [];
    const slot = this.place.market.slot(slotId);
    if (!slot || entries.length === 0) return false;
    let left = slot.capacityGroups - slot.takenGroups;
    for (const entry of entries.filter(isTried)) {
      const id = matchOf(entry);
      const earlier = await this.matches.get(id);
      // One whose answer is there already is in what is taken.
      if (earlier && earlier.state.state !== 'holding') continue;
      const made = earlier ?? this.optionFor(id, slotId, entry);
      if (!made || placesIn(made.state) > left) continue;
      if (!earlier) await this.matches.create(id, dueCause(cause), made);
      left -= placesIn(made.state);
    }
    return left <= 0;
  }

  private async waitedFor({ id, state }: Aggregate<Match>) {
    for (const { slotId } of state.needs) {
      const entries = (await this.lists.get(slotId))?.state.entries;
      const entry = entries?.find((one) => matchOf(one) === id);
      if (entry) return { slotId, id: entry.id };
    }
    return undefined;
  }

  private optionFor(id: string, slotId: string, entry: Waiting) {
    try {
      const { slot, offer } = this.slots.bookable(slotId);
      return this.slots.booking(id, slot, offer, entry, '', true);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.log.debug(`${entry.id} stays on the waiting list of ${slotId}: ${error.code}`);
      return undefined;
    }
  }
}

/** The match that a place becomes; another one after each refusal. */
const matchOf = ({ id, refusals }: Waiting): string =>
  sha256(['waiting', id, ...(refusals ? [refusals] : [])].join(' ')).slice(0, 32);

const placesIn = ({ needs }: Pick<Match, 'needs'>): number =>
  needs.reduce((sum, { groups }) => sum + groups, 0);
