import { Controller } from '@nestjs/common';
import { HoldHeld, HoldOverdue, HoldRefused, HoldReleased, type HeldSlot } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, OnEvent, type EventCause } from '#libs/runtime';
import { changeRefused, changeSecured } from '../domain/changes.js';
import { answerHold, refuseFor, secured } from '../domain/life.js';
import { whenRequestWithdrawn } from '../domain/look-again.js';
import type { Match } from '../domain/match.js';
import { KeptCopies } from '../market/kept-copies.js';
import { MarketPlace } from '../market/market-place.js';
import { AnswerCall } from '../call-partners/answer-call.js';
import { Backfill } from '../backfill/backfill.js';
import { matchesAggregate } from '../matching.collection.js';

/** What `offers` says of the place that a match wants. */
@Controller()
export class HoldConsumer {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly kept: KeptCopies,
    private readonly place: MarketPlace,
    private readonly backfill: Backfill,
    private readonly calls: AnswerCall,
    private readonly clock: Clock,
  ) {}

  @OnEvent(HoldHeld)
  async held({ question, slots }: HoldHeld, cause: EventCause): Promise<void> {
    await this.keep(slots, cause);
    await this.backfill.taken(slots, cause);
    const { document } = await this.matches.change(
      cause.key,
      cause,
      (match) => secured(match, question, this.by(cause)) ?? changeSecured(match, question, this.by(cause)),
    );
    await this.backfill.answered(document, true, cause);
    const { requestId } = document.state;
    if (requestId) await this.endIfWithdrawn(requestId, cause);
  }

  @OnEvent(HoldRefused)
  async refused({ question, obstacle }: HoldRefused, cause: EventCause): Promise<void> {
    const { document } = await this.matches.change(
      cause.key,
      cause,
      (match) =>
        refuseFor(match, question, obstacle, this.by(cause)) ??
        changeRefused(match, question, obstacle, this.by(cause)),
    );
    if (document.state.state !== 'refused') return;
    await this.backfill.answered(document, false, cause);
    await this.calls.placeRefused(document, cause);
  }

  @OnEvent(HoldOverdue)
  overdue({ question }: HoldOverdue, cause: EventCause): Promise<unknown> {
    return this.matches.change(cause.key, cause, (match) => answerHold(match, question));
  }

  @OnEvent(HoldReleased)
  async released({ slots, left }: HoldReleased, cause: EventCause): Promise<void> {
    await this.keep(left, cause);
    // What its newer question holds again in the same slot did not come free.
    const kept = new Map(left.map(({ slotId, groups }) => [slotId, groups]));
    const freed = slots.filter(({ slotId, groups }) => groups > (kept.get(slotId) ?? 0));
    await this.backfill.afterRelease(cause.key, freed, cause);
  }

  /**
   * A withdrawal that arrived between the decision and its storing found no match to cancel; its copy is stored by now.
   * Not the reaction to this event, so it carries no seen-mark of its own.
   */
  private async endIfWithdrawn(requestId: string, { key, ...cause }: EventCause): Promise<void> {
    if ((await this.kept.requests.get(requestId))?.state !== 'withdrawn') return;
    const { actor, correlationId, causationId } = cause;
    await this.matches.change(key, { kind: 'due', actor, correlationId, causationId }, (match) =>
      match.state === 'asked' ? whenRequestWithdrawn(match, { actor, now: this.clock.now() }) : null,
    );
  }

  private async keep(slots: readonly HeldSlot[], { key, seq }: EventCause): Promise<void> {
    await this.kept.holds.put(key, seq, { slots });
    this.place.market.putHold(key, seq, slots);
  }

  private by({ actor }: EventCause) {
    return { actor, now: this.clock.now() };
  }
}
