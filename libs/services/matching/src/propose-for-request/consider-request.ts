import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestSnapshot } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  type Aggregate,
  type DueCause,
  type EventCause,
} from '#libs/runtime';
import { consider, type Consideration } from '../domain/consideration.js';
import { Propose } from '../market/propose.js';
import { considerationsAggregate } from '../matching.collection.js';

@Injectable()
export class ConsiderRequest implements OnModuleInit {
  constructor(
    @InjectAggregates(considerationsAggregate) private readonly considerations: Aggregates<Consideration>,
    private readonly propose: Propose,
    private readonly clock: Clock,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(considerationsAggregate, (document, cause) => this.again(document, cause));
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

  private again({ id }: Aggregate<Consideration>, cause: DueCause): Promise<unknown> {
    const answered = this.propose.countFor(id);
    return this.considerations.change(id, cause, (state) =>
      state.phase === 'waiting' ? consider(state, state.waits, answered, this.clock.now()) : null,
    );
  }
}
