import { Controller, Get, Query, Res } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { AuditEntryView, IdText, LocalDateText } from '#libs/contracts';
import {
  AnswersPage,
  AnswersText,
  CurrentActor,
  PageQuery,
  Policy,
  StepUp,
  csvOf,
  pageOf,
  type Actor,
} from '#libs/runtime';
import { ReadEntries } from './read-entries.js';

class ListAuditQuery extends PageQuery {
  /** The id of a request, match, offer, person, … */
  @IsOptional() @IsString() @MaxLength(200) object?: string;
  /** Who did it. */
  @IsOptional() @IdText() person?: string;
  @IsOptional() @LocalDateText() from?: string;
  /** Inclusive. */
  @IsOptional() @LocalDateText() to?: string;
}

class ExportAuditQuery {
  @IsOptional() @IsString() @MaxLength(200) object?: string;
  @IsOptional() @IdText() person?: string;
  @IsOptional() @LocalDateText() from?: string;
  /** Inclusive. */
  @IsOptional() @LocalDateText() to?: string;
}

const columns = [
  'at',
  'actor',
  'action',
  'object',
  'regions',
  'school',
  'organisation',
  'fields',
  'how',
] as const;

@Controller('api/audit')
export class ReadEntriesController {
  constructor(private readonly entries: ReadEntries) {}

  /** Newest first. */
  @Get()
  @Policy('audit.read')
  @AnswersPage(AuditEntryView)
  list(@Query() query: ListAuditQuery, @CurrentActor() actor: Actor) {
    return this.entries.page(query, actor, pageOf(query));
  }

  /** As csv, at most 10,000 entries. */
  @Get('export')
  @Policy('audit.read')
  @StepUp()
  @AnswersText('text/csv')
  async export(
    @Query() query: ExportAuditQuery,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const rows = await this.entries.all(query, actor);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="leerbrug-audit.csv"');
    return csvOf(
      columns,
      rows.map((row) => columns.map((column) => [row[column] ?? ''].flat().join(', '))),
    );
  }
}
