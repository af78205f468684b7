import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates, can, type Action, type Actor, type Resource } from '#libs/runtime';
import type { Organisation } from '../domain/organisation.js';
import type { Person, PersonRole } from '../domain/person.js';
import type { Region } from '../domain/region.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { organisationOwners, organisations } from '../organisations.collection.js';
import { regions } from '../regions.collection.js';
import { schoolLocationOwners, schoolLocations } from '../school-locations.collection.js';

/** What roles are of, as policy sees it today. */
@Injectable()
export class Places {
  constructor(
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
  ) {}

  /** All that the role reaches: a board all its locations; undefined when one of it does not exist. */
  async of(role: PersonRole): Promise<readonly Resource[] | undefined> {
    const { schoolLocationId, organisationId, regionIds } = role;
    if (schoolLocationId) return this.locationsOf([schoolLocationId]);
    if (organisationId) return this.organisationOf(organisationId, role.role === 'school-admin');
    if (!regionIds) return [{ regions: [] }];
    const found = await Promise.all(regionIds.map((id) => this.regions.get(id)));
    return found.some((region) => !region) ? undefined : regionIds.map((id) => ({ regions: [id] }));
  }

  /** Of each role of a person what it reaches; a role of something that is gone reaches nothing. */
  async ofPerson({ roles }: Person): Promise<ReadonlyMap<PersonRole, readonly Resource[]>> {
    const found = await Promise.all(roles.map(async (role) => [role, (await this.of(role)) ?? []] as const));
    return new Map(found);
  }

  private async organisationOf(id: string, board: boolean): Promise<readonly Resource[] | undefined> {
    const organisation = await this.organisations.get(id);
    if (!organisation) return undefined;
    const { boardOf = [] } = organisation.state;
    if (!board) return [organisationOwners(organisation.state)];
    return boardOf.length === 0 ? undefined : this.locationsOf(boardOf);
  }

  private async locationsOf(ids: readonly string[]): Promise<readonly Resource[] | undefined> {
    const found = await Promise.all(ids.map((id) => this.locations.get(id)));
    const there = found.filter((location) => location !== undefined);
    return there.length < ids.length ? undefined : there.map(({ state }) => schoolLocationOwners(state));
  }
}

/** May this actor do that to anything the role reaches? What is gone only those may touch who may do it anywhere. */
export function reachesSome(actor: Actor, action: Action, resources: readonly Resource[]): boolean {
  const some = resources.length > 0 ? resources : [{ regions: [] }];
  return some.some((resource) => can(actor, action, resource));
}

/** May this actor give or take that role? Only who answers for all it reaches. */
export function mayGive(actor: Actor, role: PersonRole, resources: readonly Resource[]): boolean {
  const all = resources.length > 0 ? resources : [{ regions: [] }];
  return all.every((resource) => can(actor, giving(role), resource));
}

/** What giving or taking a role is, for the policy table. */
function giving({ role }: PersonRole): Action {
  switch (role) {
    case 'teacher':
    case 'school-admin':
      return 'roles.give-at-school';
    case 'partner':
    case 'partner-admin':
      return 'roles.give-at-organisation';
    case 'reader':
      return 'roles.give-reader';
    case 'coordinator':
    case 'operator':
      return 'roles.give-coordinator';
  }
}
