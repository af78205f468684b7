import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, DueRunner, InjectAggregates } from '#libs/runtime';
import { whenDue } from '../domain/life.js';
import type { Match } from '../domain/match.js';
import { matchesAggregate } from '../matching.collection.js';

/** The answer clock: a question that nobody answered in time is released. */
@Injectable()
export class ReleaseUnanswered implements OnModuleInit {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(matchesAggregate, ({ id }, cause) =>
      this.matches.change(id, cause, (match) => {
        const now = this.clock.now();
        return match.nextAt !== null && match.nextAt <= now
          ? whenDue(match, { actor: cause.actor, now })
          : null;
      }),
    );
  }
}
