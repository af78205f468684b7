import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { ImportView, PostImportBody } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  can,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import type { ImportReport } from '../domain/import-report.js';
import { importOwners, imports } from '../imports.collection.js';
import { missing } from '../missing.js';
import { StartImport } from './start-import.js';

const importLimit = 32 * 1024 * 1024;

@Controller('api/imports')
export class ImportsController {
  constructor(
    private readonly start: StartImport,
    @InjectAggregates(imports) private readonly imports: Aggregates<ImportReport>,
    host: HttpAdapterHost<FastifyAdapter>,
  ) {
    // Nest has no way to say this per route; controllers are made before routes are.
    host.httpAdapter.getInstance().addHook('onRoute', (route) => {
      if (route.url === '/api/imports' && route.method === 'POST') route.bodyLimit = importLimit;
    });
  }

  /** 202: read it until its `state` is `finished`. A dry run is answered at once, 201. */
  @Post()
  @Policy('imports.add')
  @Answers(ImportView, 201, 202)
  async post(@Body() body: PostImportBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.start.execute(body, actor, cause);
    return new Answer(document.state, document.rev, status);
  }

  @Get(':id')
  @Policy('imports.read')
  @Answers(ImportView)
  async show(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const found = await this.imports.get(id);
    if (!found || !can(actor, 'imports.read', importOwners(found.state))) throw missing();
    return new Answer(found.state, found.rev);
  }
}
