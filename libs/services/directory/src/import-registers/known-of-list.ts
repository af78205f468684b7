import { Injectable } from '@nestjs/common';
import type { ResolvedLocation } from '#libs/contracts';
import { findPlace } from '#libs/facts';
import { Aggregates, InjectAggregates, sha256 } from '#libs/runtime';
import type { Group } from '../domain/group.js';
import type { Organisation } from '../domain/organisation.js';
import type { ListedPartner, ListedRow } from '../domain/partner-list/listed.js';
import type { ImportedActivity } from '../domain/partner-list/plan-activities.js';
import type { KnownThings } from '../domain/partner-list/plan-list.js';
import type { Person } from '../domain/person.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { groups } from '../groups.collection.js';
import { importedActivities } from '../imported-activities.collection.js';
import { organisations } from '../organisations.collection.js';
import { people } from '../people.collection.js';
import { postcodes, type PostcodeArea } from '../postcodes.collection.js';
import { schoolLocations } from '../school-locations.collection.js';
import { everything } from '../search.js';

const keysAtOnce = 500;

/** What a list of partners is compared with. */
@Injectable()
export class KnownOfList {
  constructor(
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(groups) private readonly groups: Aggregates<Group>,
    @InjectAggregates(importedActivities) private readonly activities: Aggregates<ImportedActivity>,
    @InjectAggregates(postcodes) private readonly areas: Aggregates<PostcodeArea>,
  ) {}

  async about(rows: readonly ListedRow[], regionId: string, importId: string): Promise<KnownThings> {
    const emails = rows.flatMap(({ contact }) => (contact ? [contact.email] : []));
    const [all, schools, contacts, areas] = await Promise.all([
      everything((page) => this.organisations.find('byOwner', { equals: '*', ...page })),
      everything((page) => this.locations.find('byOwner', { equals: `region:${regionId}`, ...page })),
      this.peopleWith([...new Set(emails)]),
      everything((page) => this.areas.find('all', { equals: '*', ...page })),
    ]);
    const points = new Map(areas.map(({ id, state }) => [id, state]));
    return {
      regionId,
      organisations: all.map(({ state }) => state),
      schools: schools.map(({ state }) => state),
      people: contacts,
      ...(await this.ofSchools(
        schools.map(({ id }) => id),
        regionId,
      )),
      locate: (partner) => locate(partner, points),
      // Made of the import, so that no id can be traced to an address.
      idOf: (text) => sha256(`${importId} ${text}`).slice(0, 32),
      hash: sha256,
    };
  }

  private async ofSchools(schoolIds: readonly string[], regionId: string) {
    const activities = await everything((page) =>
      this.activities.find('byRegion', { equals: regionId, ...page }),
    );
    const known = new Map<string, Group>();
    for (let start = 0; start < schoolIds.length; start += keysAtOnce) {
      const oneOf = schoolIds.slice(start, start + keysAtOnce);
      for (const { id, state } of await everything((page) =>
        this.groups.find('bySchool', { oneOf, ...page }),
      ))
        known.set(id, state);
    }
    return { groups: known, activities: new Map(activities.map(({ id, state }) => [id, state])) };
  }

  private async peopleWith(emails: readonly string[]): Promise<Map<string, Person>> {
    const found = new Map<string, Person>();
    for (let start = 0; start < emails.length; start += keysAtOnce) {
      const oneOf = emails.slice(start, start + keysAtOnce);
      for (const { state } of await everything((page) => this.people.find('byEmail', { oneOf, ...page })))
        found.set(state.email.toLowerCase(), state);
    }
    return found;
  }
}

function locate(
  { postcode, place }: ListedPartner,
  areas: ReadonlyMap<string, PostcodeArea>,
): ResolvedLocation | undefined {
  const point = (postcode && areas.get(postcode.slice(0, 4))) || (place ? findPlace(place) : undefined);
  return (
    point && {
      ...(postcode ? { postcode } : {}),
      ...(place ? { place } : {}),
      lat: point.lat,
      lon: point.lon,
    }
  );
}
