import { Injectable } from '@nestjs/common';
import { roles, type Role } from '#libs/contracts';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import type { Organisation } from '../domain/organisation.js';
import { roleKey, type Person } from '../domain/person.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { organisations } from '../organisations.collection.js';
import { people } from '../people.collection.js';
import { schoolLocations } from '../school-locations.collection.js';
import { everything } from '../search.js';

const keysAtOnce = 500;

@Injectable()
export class FindPeople {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
  ) {}

  async one(id: string): Promise<Person | undefined> {
    const person = await this.people.get(id);
    return person && !person.state.disabled ? person.state : undefined;
  }

  /** Everybody with that role (or any) in the region: its own people and those of its schools and organisations. */
  async ofRegion(regionId: string, role?: Role): Promise<Person[]> {
    const owner = { equals: `region:${regionId}` };
    const [schools, partners] = await Promise.all([
      everything((page) => this.locations.find('byOwner', { ...owner, ...page })),
      everything((page) => this.organisations.find('byOwner', { ...owner, ...page })),
    ]);
    return this.withKeys(
      (role ? [role] : roles).flatMap((each) => [
        roleKey(each, 'region', regionId),
        ...schools.map(({ id }) => roleKey(each, 'school', id)),
        ...partners.map(({ id }) => roleKey(each, 'organisation', id)),
      ]),
    );
  }

  /** The organisation's people, its first contact in front; undefined when there is no such organisation. */
  async contactsOf(organisationId: string): Promise<Person[] | undefined> {
    const organisation = await this.organisations.get(organisationId);
    if (!organisation) return undefined;
    const { firstContactId } = organisation.state;
    const found = await this.withKeys(roles.map((role) => roleKey(role, 'organisation', organisationId)));
    return found.sort((a, b) => Number(b.id === firstContactId) - Number(a.id === firstContactId));
  }

  private async withKeys(keys: readonly string[]): Promise<Person[]> {
    const found = new Map<string, Person>();
    for (let start = 0; start < keys.length; start += keysAtOnce) {
      const oneOf = keys.slice(start, start + keysAtOnce);
      for (const { id, state } of await everything((page) => this.people.find('byRole', { oneOf, ...page })))
        found.set(id, state);
    }
    return [...found.values()];
  }
}
