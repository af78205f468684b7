import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, DueRunner, InjectAggregates } from '#libs/runtime';
import { whenDue } from '../domain/request-clock.js';
import type { Request } from '../domain/request.js';
import { requestsAggregate } from '../requests.collection.js';

/** Half-way the coordinator hears of it, at the answer date the school, and one day nobody wishes it any more. */
@Injectable()
export class FollowClock implements OnModuleInit {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(requestsAggregate, (document, cause) =>
      this.requests.change(document, cause, (request) => whenDue(request, this.clock.now())),
    );
  }
}
