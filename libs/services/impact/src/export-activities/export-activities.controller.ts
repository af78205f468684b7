import { Controller, Get, Query, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { ActivitiesView } from '#libs/contracts';
import { CurrentActor, Described, Policy, StepUp, type Actor } from '#libs/runtime';
import { ActivityReads } from '../activity-reads.js';
import { RegionAsked, RegionPeriodQuery } from '../region-asked.js';
import { activitiesCsv } from './activities-csv.js';

class ExportActivitiesQuery extends RegionPeriodQuery {
  @IsOptional() @IsIn(['csv', 'json']) format?: 'csv' | 'json';
}

const content = {
  'text/csv': { schema: { type: 'string' } },
  'application/json': { schema: { $ref: `#/components/schemas/${ActivitiesView.name}` } },
};

@Controller('api/exports/activities')
export class ExportActivitiesController {
  constructor(
    private readonly asked: RegionAsked,
    private readonly reads: ActivityReads,
  ) {}

  /** The rows that a report of the same region and days is the sum of. @throws Refusal `reports.…` */
  @Get()
  @Policy('reports.read')
  @StepUp()
  @Described(({ ApiResponse }) =>
    ApiResponse({ status: 200, description: 'By day; csv unless json is asked for', content }),
  )
  async export(
    @Query() query: ExportActivitiesQuery,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | ActivitiesView> {
    const asked = await this.asked.of(query, actor);
    const { region, period } = asked;
    const rows = await this.reads.rowsOf(asked);
    if (query.format === 'json') return { region, ...period, items: [...rows] };
    const name = `activiteiten-${period.from}-${period.to}.csv`;
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`);
    return activitiesCsv(rows);
  }
}
