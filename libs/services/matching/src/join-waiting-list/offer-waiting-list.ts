import { Injectable, Logger } from '@nestjs/common';
import { Refusal } from '#libs/contracts';
import { Aggregates, InjectAggregates, sha256, type Cause, type DueCause } from '#libs/runtime';
import { BookSlot } from '../book-slot/book-slot.js';
import type { Match } from '../domain/match.js';
import { leave, type Waiting, type WaitingList } from '../domain/waiting-list.js';
import { matchesAggregate, waitingListsAggregate } from '../matching.collection.js';

/** A place came free: whoever waited longest gets it as an option. */
@Injectable()
export class OfferWaitingList {
  private readonly log = new Logger(OfferWaitingList.name);

  constructor(
    @InjectAggregates(waitingListsAggregate) private readonly lists: Aggregates<WaitingList>,
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly slots: BookSlot,
  ) {}

  /** The first in line for whom there is room now, false when there is none; repeating it makes the same match. */
  async offerNext(slotId: string, { actor, correlationId, causationId }: Cause): Promise<boolean> {
    const list = await this.lists.get(slotId);
    const cause: DueCause = { kind: 'due', actor, correlationId, causationId };
    for (const entry of list?.state.entries ?? []) {
      const id = sha256(`waiting ${entry.id}`).slice(0, 32);
      const made = this.optionFor(id, slotId, entry);
      if (!made) continue;
      await this.matches.create(id, cause, made);
      await this.lists.change(slotId, cause, (state) => leave(state, entry.id));
      return true;
    }
    return false;
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
