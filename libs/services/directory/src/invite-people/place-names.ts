import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import type { Organisation } from '../domain/organisation.js';
import type { Person, PersonRole } from '../domain/person.js';
import type { Region } from '../domain/region.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { organisations } from '../organisations.collection.js';
import { people } from '../people.collection.js';
import { regions } from '../regions.collection.js';
import { schoolLocations } from '../school-locations.collection.js';

/** What people and places are called, for those who read of them. */
@Injectable()
export class PlaceNames {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
  ) {}

  async ofPerson(id: string): Promise<string | undefined> {
    return (await this.people.get(id))?.state.name;
  }

  async ofPlace({ schoolLocationId, organisationId, regionIds = [] }: PersonRole): Promise<string> {
    const found = await Promise.all([
      schoolLocationId ? this.locations.get(schoolLocationId) : undefined,
      organisationId ? this.organisations.get(organisationId) : undefined,
      ...regionIds.map((id) => this.regions.get(id)),
    ]);
    return found.flatMap((each) => (each ? [each.state.name] : [])).join(', ');
  }
}
