import { Controller, Get, Query } from '@nestjs/common';
import { DemandRowsView } from '#libs/contracts';
import { Answers, CurrentActor, Policy, StepUp, type Actor } from '#libs/runtime';
import { ActivityReads } from '../activity-reads.js';
import { demandRows } from '../domain/demand.js';
import { RegionAsked, RegionPeriodQuery } from '../region-asked.js';

@Controller('api/exports/demand')
export class ExportDemandController {
  constructor(
    private readonly asked: RegionAsked,
    private readonly reads: ActivityReads,
  ) {}

  /** The requests that a report's unmet demand of the same region and days counts. @throws Refusal `reports.…` */
  @Get()
  @Policy('reports.read')
  @StepUp()
  @Answers(DemandRowsView)
  async export(@Query() query: RegionPeriodQuery, @CurrentActor() actor: Actor): Promise<DemandRowsView> {
    const { region, period } = await this.asked.of(query, actor);
    return { region, ...period, items: demandRows(await this.reads.wishesOf(region.id), period) };
  }
}
