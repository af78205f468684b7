import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, type Aggregate, type EventCause } from '#libs/runtime';
import { whenItNoLongerFits, whenRequestWithdrawn } from '../domain/look-again.js';
import type { Match } from '../domain/match.js';
import { MarketPlace } from '../market/market-place.js';
import { Propose } from '../market/propose.js';
import { matchesAggregate } from '../matching.collection.js';

/** Looks again at the live matches of a request or offer that changed. */
@Injectable()
export class ReconsiderMatches {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly place: MarketPlace,
    private readonly propose: Propose,
    private readonly clock: Clock,
  ) {}

  async ofRequest(requestId: string, cause: EventCause): Promise<void> {
    await this.lookAgain('liveByRequest', requestId, cause);
  }

  async ofOffer(offerId: string, cause: EventCause): Promise<void> {
    await this.lookAgain('liveByOffer', offerId, cause);
  }

  async ofWithdrawnRequest(requestId: string, cause: EventCause): Promise<void> {
    for (const { id } of await this.live('liveByRequest', requestId)) {
      await this.matches.change(id, cause, (match) => whenRequestWithdrawn(match, this.by(cause)));
    }
  }

  private async lookAgain(
    index: 'liveByRequest' | 'liveByOffer',
    key: string,
    cause: EventCause,
  ): Promise<void> {
    for (const { id, state } of await this.live(index, key)) {
      const conditions = this.failing(state);
      await this.matches.change(id, cause, (match) => whenItNoLongerFits(match, conditions, this.by(cause)));
    }
  }

  /** Hard conditions that fail now, those apart that the match itself causes, that only count before asking, or were passed. */
  private failing(match: Match): string[] {
    const { requestId, offerId, sessions, needs, decidedOn } = match;
    // Also of what was moved to a time between the slots.
    if (offerId && this.place.market.offer(offerId)?.state === 'withdrawn') return ['not-open'];
    const passed = ['lead-time', ...decidedOn.despite.map(({ condition }) => condition)];
    if (sessions.length > 1) passed.push('capacity', 'time');
    const found = new Set<string>();
    for (const slotId of new Set(sessions.flatMap((session) => session.slotId ?? []))) {
      const slot = this.place.market.slot(slotId);
      if (!slot || slot.closed) return ['not-open'];
      if (!requestId) continue;
      const own = needs.filter((need) => need.slotId === slotId).reduce((sum, { groups }) => sum + groups, 0);
      const without = { ...slot, takenGroups: Math.max(0, slot.takenGroups - own), ceilings: [] };
      for (const { condition } of this.propose.failuresOf(requestId, match.groups, without) ?? [])
        found.add(condition);
    }
    return [...found].filter((condition) => !passed.includes(condition));
  }

  private async live(index: string, key: string): Promise<readonly Aggregate<Match>[]> {
    return (await this.matches.find(index, { equals: key, limit: 1000 })).items;
  }

  private by({ actor }: EventCause) {
    return { actor, now: this.clock.now() };
  }
}
