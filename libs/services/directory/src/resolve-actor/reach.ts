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

  /** A person's roles with the regions of their school location or organisation filled in. */
  of({ roles }: Person): Promise<GrantedRole[]> {
    return Promise.all(roles.map((role) => this.granted(role)));
  }

  private async granted(granted: PersonRole): Promise<GrantedRole> {
    const { role, schoolLocationId, organisationId } = granted;
    const [location, organisation] = await Promise.all([
      schoolLocationId ? this.locations.get(schoolLocationId) : undefined,
      organisationId ? this.organisations.get(organisationId) : undefined,
    ]);
    const regionIds = [
      ...(granted.regionIds ?? []),
      ...(location?.state.regionIds ?? []),
      ...(organisation?.state.regionIds ?? []),
    ];
    return {
      role,
      regionIds: [...new Set(regionIds)],
      ...(schoolLocationId ? { schoolLocationId } : {}),
      ...(organisationId ? { organisationId } : {}),
    };
  }
}
