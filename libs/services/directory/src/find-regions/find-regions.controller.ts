import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  Aggregates,
  Answer,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  can,
  pageOf,
  type Actor,
} from '#libs/runtime';
import type { Region } from '../domain/region.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { missing } from '../missing.js';
import { regions } from '../regions.collection.js';
import { schoolLocations } from '../school-locations.collection.js';

const mostLocations = 1000;

@Controller('api/regions')
export class FindRegionsController {
  constructor(
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
  ) {}

  @Get()
  @Policy('regions.read')
  async list(@Query() query: PageQuery) {
    const page = await this.regions.find('byName', { equals: '*', ...pageOf(query) });
    return { items: page.items.map(({ state }) => summary(state)), next: page.next };
  }

  /** The public sees the summary; the region's coordinator and operators its settings and who takes part. */
  @Get(':id')
  @Policy('regions.read')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const region = await this.regions.get(id);
    if (!region) throw missing();
    if (!can(actor, 'regions.read-settings', { regions: [id] }))
      return new Answer(summary(region.state), region.rev);
    const taking = await this.locations.find('byOwner', { equals: `region:${id}`, limit: mostLocations });
    return new Answer(
      {
        ...summary(region.state),
        municipalityCodes: region.state.municipalityCodes,
        settings: region.state.settings,
        schoolLocations: taking.items.map(({ state }) => ({
          id: state.id,
          name: state.name,
          brin6: state.brin6,
        })),
      },
      region.rev,
    );
  }
}

function summary({ id, name, municipalityCodes }: Region) {
  return { id, name, municipalities: municipalityCodes.length };
}
