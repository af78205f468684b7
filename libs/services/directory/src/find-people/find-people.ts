import { Injectable } from '@nestjs/common';
import { roles, type Role } from '#libs/contracts';
import { Aggregates, InjectAggregates, type Aggregate } from '#libs/runtime';
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
    const found = await this.withKeys(
      'byRole',
      (role ? [role] : roles).flatMap((each) => [
        roleKey(each, 'region', regionId),
        ...schools.map(({ id }) => roleKey(each, 'school', id)),
        ...partners.map(({ id }) => roleKey(each, 'organisation', id)),
      ]),
    );
    return found.map(({ state }) => state);
  }

  /** Keys of the regions themselves and of every school location and organisation in them. */
  async placesIn(regionIds: readonly string[]): Promise<string[]> {
    const keys = new Set<string>();
    for (const region of regionIds) {
      const owner = { equals: `region:${region}` };
      const [schools, partners] = await Promise.all([
        everything((page) => this.locations.find('byOwner', { ...owner, ...page })),
        everything((page) => this.organisations.find('byOwner', { ...owner, ...page })),
      ]);
      keys.add(`region:${region}`);
      for (const { id } of schools) keys.add(`school:${id}`);
      for (const { id } of partners) keys.add(`organisation:${id}`);
    }
    return [...keys];
  }

  /** Everybody with a role there, also who is disabled or not confirmed. */
  atPlaces(keys: readonly string[]): Promise<Aggregate<Person>[]> {
    return this.withKeys('byPlace', keys);
  }

  /** The organisation's people, its first contact in front; undefined when there is no such organisation. */
  async contactsOf(organisationId: string): Promise<Person[] | undefined> {
    const organisation = await this.organisations.get(organisationId);
    if (!organisation) return undefined;
    const { firstContactId } = organisation.state;
    const keys = roles.map((role) => roleKey(role, 'organisation', organisationId));
    const found = (await this.withKeys('byRole', keys)).map(({ state }) => state);
    return found.sort((a, b) => Number(b.id === firstContactId) - Number(a.id === firstContactId));
  }

  private async withKeys(index: 'byRole' | 'byPlace', keys: readonly string[]): Promise<Aggregate<Person>[]> {
    const found = new Map<string, Aggregate<Person>>();
    for (let start = 0; start < keys.length; start += keysAtOnce) {
      const oneOf = keys.slice(start, start + keysAtOnce);
      for (const each of await everything((page) => this.people.find(index, { oneOf, ...page })))
        found.set(each.id, each);
    }
    return [...found.values()];
  }
}
