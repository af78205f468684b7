import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates, type GrantedRole } from '#libs/runtime';
import type { Organisation } from '../domain/organisation.js';
import type { Person, PersonRole } from '../domain/person.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { organisations } from '../organisations.collection.js';
import { schoolLocations } from '../school-locations.collection.js';

@Injectable()
export class Reach {
  constructor(
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
  ) {}

  /**
   * A person's roles with the regions of their school location or organisation filled in: of a board's admin one for each
   * of its locations. A claim that nobody confirmed, or no role at all, is a claimant's.
   */
  async of({ roles }: Person): Promise<GrantedRole[]> {
    const granted = (await Promise.all(roles.map((role) => this.granted(role)))).flat();
    return granted.length > 0 ? granted : [{ role: 'claimant', regionIds: [] }];
  }

  private async granted(granted: PersonRole): Promise<GrantedRole[]> {
    const { role, schoolLocationId, organisationId } = granted;
    const [location, organisation] = await Promise.all([
      schoolLocationId ? this.locations.get(schoolLocationId) : undefined,
      organisationId ? this.organisations.get(organisationId) : undefined,
    ]);
    if (role === 'school-admin' && organisationId) return this.atLocations(organisation?.state.boardOf ?? []);
    const regionIds = [
      ...(granted.regionIds ?? []),
      ...(location?.state.regionIds ?? []),
      ...(organisation?.state.regionIds ?? []),
    ];
    return [
      {
        role: granted.confirmed === false ? 'claimant' : role,
        regionIds: [...new Set(regionIds)],
        ...(schoolLocationId ? { schoolLocationId } : {}),
        ...(organisationId ? { organisationId } : {}),
      },
    ];
  }

  private async atLocations(ids: readonly string[]): Promise<GrantedRole[]> {
    const found = await Promise.all(ids.map((id) => this.locations.get(id)));
    return found
      .filter((location) => location !== undefined)
      .map(({ id, state }) => ({
        role: 'school-admin',
        regionIds: [...state.regionIds],
        schoolLocationId: id,
      }));
  }
}
