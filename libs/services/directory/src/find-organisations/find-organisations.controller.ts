import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { IdText, OrganisationView, Text, organisationKinds, type OrganisationKind } from '#libs/contracts';
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
import type { Organisation } from '../domain/organisation.js';
import { missing } from '../missing.js';
import { organisationOwners, organisations, organisationSort } from '../organisations.collection.js';
import { plain, scopeWithin, searchPage } from '../search.js';
import { organisationView } from './organisation.view.js';

class FindOrganisationsQuery extends PageQuery {
  @IsOptional() @IdText() region?: string;
  @IsOptional() @IsIn(organisationKinds) kind?: OrganisationKind;
  /** Part of a name or place; case and accents do not matter. */
  @IsOptional() @Text(100) q?: string;
}

@Controller('api/organisations')
export class FindOrganisationsController {
  constructor(@InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>) {}

  @Get()
  @Policy('organisations.read')
  @AnswersPage(OrganisationView)
  async list(@Query() query: FindOrganisationsQuery, @CurrentActor() actor: Actor) {
    const words = plain(query.q ?? '').trim();
    const oneOf = scopeWithin(scopeOf(actor, 'organisations.read'), query.region);
    const page = await searchPage<Organisation>(
      {
        find: (part) => this.organisations.find('byOwner', { oneOf, ...part }),
        matches: ({ name, kind, location, regionIds }) =>
          (!query.region || regionIds.includes(query.region)) &&
          (!query.kind || kind === query.kind) &&
          [name, location?.place ?? ''].some((text) => plain(text).includes(words)),
        sort: organisationSort,
      },
      pageOf(query),
    );
    return { items: page.items.map(({ state }) => organisationView(state, actor)), next: page.next };
  }

  @Get(':id')
  @Policy('organisations.read')
  @Answers(OrganisationView)
  async show(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const organisation = await this.organisations.get(id);
    if (!organisation || !can(actor, 'organisations.read', organisationOwners(organisation.state)))
      throw missing();
    return new Answer(organisationView(organisation.state, actor), organisation.rev);
  }
}
