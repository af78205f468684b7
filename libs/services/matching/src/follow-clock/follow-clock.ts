import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, DueRunner, InjectAggregates } from '#libs/runtime';
import { whenDue } from '../domain/afterwards.js';
import type { Match } from '../domain/match.js';
import { SideCalendars } from '../market/side-calendars.js';
import { matchesAggregate } from '../matching.collection.js';

/** The clock of every match: answer dates, options, the end of the activity, thirty days after. */
@Injectable()
export class FollowClock implements OnModuleInit {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly calendars: SideCalendars,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(matchesAggregate, (document, cause) =>
      this.matches.change(document, cause, (match) => {
        const now = this.clock.now();
        return match.nextAt !== null && match.nextAt <= now
          ? whenDue(match, { actor: cause.actor, now }, this.calendars.of(match))
          : null;
      }),
    );
  }
}
