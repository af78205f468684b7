import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { IdText, SchoolLocationLineView, SchoolLocationView, Text } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  AnswersPage,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  can,
  pageOf,
  scopeOf,
  type Actor,
} from '#libs/runtime';
import type { SchoolLocation } from '../domain/school-location.js';
import { missing } from '../missing.js';
import { schoolLocationOwners, schoolLocations, schoolLocationSort } from '../school-locations.collection.js';
import { plain, scopeWithin, searchPage } from '../search.js';
import { schoolLocationLine, schoolLocationView } from './school-location.view.js';

class FindSchoolLocationsQuery extends PageQuery {
  @IsOptional() @IdText() region?: string;
  /** Part of a name, place or brin6; case and accents do not matter. */
  @IsOptional() @Text(100) q?: string;
}

@Controller('api/school-locations')
export class FindSchoolLocationsController {
  constructor(@InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>) {}

  @Get()
  @Policy('school-locations.read')
  @AnswersPage(SchoolLocationLineView)
  async list(@Query() query: FindSchoolLocationsQuery, @CurrentActor() actor: Actor) {
    const words = plain(query.q ?? '').trim();
    const oneOf = scopeWithin(scopeOf(actor, 'school-locations.read'), query.region);
    const page = await searchPage<SchoolLocation>(
      {
        find: (part) => this.locations.find('byOwner', { oneOf, ...part }),
        matches: ({ name, brin6, location, regionIds }) =>
          (!query.region || regionIds.includes(query.region)) &&
          [name, brin6, location?.place ?? ''].some((text) => plain(text).includes(words)),
        sort: schoolLocationSort,
      },
      pageOf(query),
    );
    return { items: page.items.map(schoolLocationLine), next: page.next };
  }

  @Get(':id')
  @Policy('school-locations.read')
  @Answers(SchoolLocationView)
  async show(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const location = await this.locations.get(id);
    if (!location || !can(actor, 'school-locations.read', schoolLocationOwners(location.state)))
      throw missing();
    return new Answer(schoolLocationView(location, actor), location.rev);
  }
}
