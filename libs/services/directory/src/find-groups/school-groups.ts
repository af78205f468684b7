import { Injectable } from '@nestjs/common';
import { atField } from '#libs/contracts';
import { isSchoolYear, localDateOf, schoolYearOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, can, type Actor } from '#libs/runtime';
import { refuse } from '../domain/group.errors.js';
import type { Person } from '../domain/person.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { missing } from '../missing.js';
import { people } from '../people.collection.js';
import { schoolLocationOwners, schoolLocations } from '../school-locations.collection.js';

/** What groups are checked against: their school, its people and the year it is. */
@Injectable()
export class SchoolGroups {
  constructor(
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `aggregate.missing` outside the actor's scope. */
  async location(id: string, actor: Actor, action: 'groups.read' | 'groups.change'): Promise<SchoolLocation> {
    const location = await this.locations.get(id);
    if (!location || !can(actor, action, schoolLocationOwners(location.state))) throw missing();
    return location.state;
  }

  /** @throws Refusal `groups.school-year-unknown` */
  year(given: string | undefined): string {
    if (given === undefined) return schoolYearOf(localDateOf(this.clock.now()));
    if (isSchoolYear(given)) return given;
    throw refuse(
      'groups.school-year-unknown',
      atField('schoolYear', 'school-year', 'must be two years such as 2026-2027'),
    );
  }

  /** @throws Refusal `groups.teacher-unknown` */
  async checkTeachers(ids: readonly string[], schoolLocationId: string): Promise<void> {
    for (const [i, id] of ids.entries()) {
      const person = await this.people.get(id);
      if (!person?.state.roles.some((role) => role.schoolLocationId === schoolLocationId))
        throw refuse(
          'groups.teacher-unknown',
          atField(`teachers[${i}]`, 'unknown', 'is nobody of this school'),
        );
    }
  }
}
