import { Controller, Get, Query } from '@nestjs/common';
import { RegionReportView } from '#libs/contracts';
import { Answers, CurrentActor, Policy, type Actor } from '#libs/runtime';
import { ActivityReads } from '../activity-reads.js';
import { regionReport } from '../domain/region-report.js';
import { RegionAsked, RegionPeriodQuery } from '../region-asked.js';

@Controller('api/reports/region')
export class ReportRegionController {
  constructor(
    private readonly asked: RegionAsked,
    private readonly reads: ActivityReads,
  ) {}

  /** What the region reached. @throws Refusal `reports.…` */
  @Get()
  @Policy('reports.read')
  @Answers(RegionReportView)
  async report(@Query() query: RegionPeriodQuery, @CurrentActor() actor: Actor) {
    const asked = await this.asked.of(query, actor);
    const { region, period } = asked;
    const locations = await this.reads.locationsOf(region.id);
    const [rows, wishes] = [await this.reads.rowsOf(asked), await this.reads.wishesOf(region.id)];
    return regionReport({ ...region, locations }, period, rows, wishes);
  }
}
