import { Injectable } from '@nestjs/common';
import { atField, type OrganisationKind } from '#libs/contracts';
import { Aggregates, InjectAggregates, can, refuseAccess, type Actor } from '#libs/runtime';
import { refuse } from '../domain/organisation.errors.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { schoolLocationOwners, schoolLocations } from '../school-locations.collection.js';

/** Who admins a board answers for all of its schools, so only who may give that role may say which they are. */
@Injectable()
export class Boards {
  constructor(@InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>) {}

  /** @throws Refusal `organisations.no-board`, `access.not-yours` */
  async check(kind: OrganisationKind, ids: readonly string[], actor: Actor): Promise<void> {
    if (kind !== 'school') throw refuse('organisations.no-board', atField('boardOf', 'kind', 'is no school'));
    for (const [i, id] of ids.entries()) {
      const location = (await this.locations.get(id))?.state;
      if (location && !can(actor, 'organisations.make-board', schoolLocationOwners(location)))
        throw refuseAccess('access.not-yours');
      if (!location)
        throw refuse('organisations.no-board', atField(`boardOf[${i}]`, 'unknown', 'is no school location'));
    }
  }
}
