import { Controller } from '@nestjs/common';
import { OfferChanged, OfferPublished, OfferWithdrawn, type OfferSnapshot } from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import { Backfill } from '../backfill/backfill.js';
import { AnswerCall } from '../call-partners/answer-call.js';
import { KeptCopies } from '../market/kept-copies.js';
import { MarketPlace } from '../market/market-place.js';
import { ReconsiderMatches } from '../propose-for-request/reconsider-matches.js';

/** What partners offer; matches that live on a changed offer stay, and are looked at again. */
@Controller()
export class OfferConsumer {
  constructor(
    private readonly kept: KeptCopies,
    private readonly place: MarketPlace,
    private readonly matches: ReconsiderMatches,
    private readonly calls: AnswerCall,
    private readonly backfill: Backfill,
  ) {}

  @OnEvent(OfferPublished)
  async published({ offer }: OfferPublished, cause: EventCause): Promise<void> {
    await this.keep(offer, cause);
    await this.calls.offerIsThere(cause.key, cause);
    await this.backfill.afterPublishing(offer, cause);
  }

  @OnEvent(OfferChanged)
  async changed({ offer }: OfferChanged, cause: EventCause): Promise<void> {
    const before = await this.kept.offers.get(cause.key);
    this.place.market.putOffer(cause.key, cause.seq, offer);
    // Before its copy is kept: after a crash in between, what came free is found again.
    await this.backfill.afterUnblocking(before, offer, cause);
    await this.keep(offer, cause);
    await this.matches.ofOffer(cause.key, cause);
    await this.calls.offerIsThere(cause.key, cause);
  }

  @OnEvent(OfferWithdrawn)
  async withdrawn({ offer }: OfferWithdrawn, cause: EventCause): Promise<void> {
    await this.keep(offer, cause);
    await this.matches.ofOffer(cause.key, cause);
  }

  private async keep(offer: OfferSnapshot, { key, seq }: EventCause): Promise<void> {
    await this.kept.offers.put(key, seq, offer);
    this.place.market.putOffer(key, seq, offer);
  }
}
