import { Controller, Get, Param, Query } from '@nestjs/common';
import { RegionLineView, RegionView } from '#libs/contracts';
import {
  Aggregates,
  Answers,
  AnswersPage,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  pageOf,
  type Actor,
} from '#libs/runtime';
import type { Region } from '../domain/region.js';
import { missing } from '../missing.js';
import { regions } from '../regions.collection.js';
import { ShowRegion, regionLine } from './show-region.js';

@Controller('api/regions')
export class FindRegionsController {
  constructor(
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    private readonly view: ShowRegion,
  ) {}

  @Get()
  @Policy('regions.read')
  @AnswersPage(RegionLineView)
  async list(@Query() query: PageQuery) {
    const page = await this.regions.find('byName', { equals: '*', ...pageOf(query) });
    return { items: page.items.map(({ state }) => regionLine(state)), next: page.next };
  }

  /** The public sees the summary; the region's coordinator and operators its settings and who takes part. */
  @Get(':id')
  @Policy('regions.read')
  @Answers(RegionView)
  async show(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const region = await this.view.of(id, actor);
    if (!region) throw missing();
    return region;
  }
}
