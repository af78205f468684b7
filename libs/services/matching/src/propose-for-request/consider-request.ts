import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestSnapshot } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  type Aggregate,
  type Cause,
  type DueCause,
  type EventCause,
} from '#libs/runtime';
import { consider, considerAgain, type Consideration } from '../domain/consideration.js';
import { MarketPlace } from '../market/market-place.js';
import { Propose } from '../market/propose.js';
import { considerationsAggregate } from '../matching.collection.js';

@Injectable()
export class ConsiderRequest implements OnModuleInit {
  constructor(
    @InjectAggregates(considerationsAggregate) private readonly considerations: Aggregates<Consideration>,
    private readonly propose: Propose,
    private readonly place: MarketPlace,
    private readonly clock: Clock,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(considerationsAggregate, (document, cause) => this.whenDue(document, cause));
  }

  /** Holds a new request against every offer and tells how many fit, or what keeps the others out. Once per request. */
  async execute(
    requestId: string,
    { regionId, schoolLocationId, madeBy, contactId }: RequestSnapshot,
    cause: EventCause,
  ): Promise<void> {
    const made = consider(
      { requestId, regionId, schoolLocationId, askers: [...new Set([contactId, madeBy])] },
      0,
      this.propose.countFor(requestId),
      this.clock.now(),
    );
    await this.considerations.create(requestId, cause, made);
  }

  /** What it was promised fell through, or a place came free: it is told when there is something for it after all. */
  async again(requestId: string, { actor, correlationId, causationId }: Cause): Promise<void> {
    const fitting = this.propose.countFor(requestId)?.fitting ?? 0;
    const isUnmet = this.place.market.request(requestId)?.state === 'unmet';
    if (!(await this.considerations.get(requestId))) return;
    const cause: DueCause = { kind: 'due', actor, correlationId, causationId };
    await this.considerations.change(requestId, cause, (state) => considerAgain(state, fitting, isUnmet));
  }

  private whenDue(due: Aggregate<Consideration>, cause: DueCause): Promise<unknown> {
    const answered = this.propose.countFor(due.id);
    return this.considerations.change(due, cause, (state) =>
      state.phase === 'waiting' ? consider(state, state.waits, answered, this.clock.now()) : null,
    );
  }
}
