import { Controller } from '@nestjs/common';
import { RegionChanged } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, OnEvent, type EventCause } from '#libs/runtime';
import { firstTerm, plan, termId, type Term } from './term.js';
import { termsAggregate } from './terms.collection.js';

@Controller()
export class TermsConsumer {
  constructor(
    @InjectAggregates(termsAggregate) private readonly terms: Aggregates<Term>,
    private readonly clock: Clock,
  ) {}

  /** From the first term that is still to come, each term plans the next. */
  @OnEvent(RegionChanged)
  async heardOf(_: RegionChanged, cause: EventCause): Promise<void> {
    const regionId = cause.key;
    const term = firstTerm(this.clock.now());
    await this.terms.create(termId({ regionId, term }), cause, plan(regionId, term));
  }
}
