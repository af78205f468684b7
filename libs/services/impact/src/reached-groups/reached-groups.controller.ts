import { Controller, Get, Query } from '@nestjs/common';
import { IdText } from '#libs/contracts';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Policy } from '#libs/runtime';
import { ActivityReads } from '../activity-reads.js';
import { periodOf } from '../domain/period.js';
import { isHeld } from '../domain/reach.js';

class ReachedGroupsQuery {
  @IdText() region: string;
}

/** For other services of ours, which use the answer and do not keep it. */
@Controller('internal/reached-groups')
export class ReachedGroupsController {
  constructor(
    private readonly reads: ActivityReads,
    private readonly clock: Clock,
  ) {}

  /** Ids of the groups that had an activity this school year; none of a region that is not known here yet. */
  @Get()
  @Policy('reports.serve')
  async list(@Query() { region: id }: ReachedGroupsQuery) {
    const period = periodOf({}, localDateOf(this.clock.now()));
    const rows = await this.reads.rowsOf({ region: { id, name: '' }, period });
    return { items: [...new Set(rows.filter(isHeld).flatMap(({ groupIds }) => groupIds))].sort() };
  }
}
