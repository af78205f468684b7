import { Controller } from '@nestjs/common';
import { HoldAnswered, MatchApproved, MatchAsked, MatchEnded } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, OnEvent, type EventCause } from '#libs/runtime';
import { beginHold, giveBack, keep, type Hold } from '../domain/hold.js';
import { holdsAggregate } from '../offers.collection.js';
import { PursueHold } from './pursue-hold.js';

/** What matching says of a match decides what is held for it. */
@Controller()
export class HoldConsumer {
  constructor(
    @InjectAggregates(holdsAggregate) private readonly holds: Aggregates<Hold>,
    private readonly pursue: PursueHold,
    private readonly clock: Clock,
  ) {}

  @OnEvent(MatchApproved)
  async approved({ match, needs }: MatchApproved, cause: EventCause): Promise<void> {
    const demand = match.sessions.flatMap(({ groups }) =>
      groups.map(({ groupId }) => `${match.requestId}|${groupId}`),
    );
    const wanted = {
      owners: cause.owners,
      question: match.question,
      slots: needs,
      demand: [...new Set(demand)],
    };
    const { document } = await this.holds.create(cause.key, cause, {
      state: beginHold(wanted, this.clock.now()),
    });
    await this.pursue.execute(document, cause);
  }

  @OnEvent(MatchAsked)
  asked(_asked: MatchAsked, cause: EventCause): Promise<unknown> {
    return this.holds.change(cause.key, cause, keep);
  }

  @OnEvent(MatchEnded)
  async ended(_ended: MatchEnded, cause: EventCause): Promise<void> {
    const { document } = await this.holds.change(cause.key, cause, (hold) =>
      giveBack(hold, this.clock.now()),
    );
    await this.pursue.execute(document, cause);
  }

  @OnEvent(HoldAnswered)
  async answered({ keep: kept }: HoldAnswered, cause: EventCause): Promise<void> {
    const { document } = await this.holds.change(cause.key, cause, (hold) =>
      kept ? keep(hold) : giveBack(hold, this.clock.now()),
    );
    await this.pursue.execute(document, cause);
  }
}
