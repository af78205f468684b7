import { Injectable } from '@nestjs/common';
import type { SchoolCalendarBody } from '#libs/contracts';
import {
  Aggregates,
  InjectAggregates,
  can,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { enterCalendar } from '../domain/school-calendar.js';
import { schoolLocationChanged, type SchoolLocation } from '../domain/school-location.js';
import { missing } from '../missing.js';
import { schoolLocationOwners, schoolLocations } from '../school-locations.collection.js';

interface EnterSchoolCalendarCommand {
  readonly id: string;
  readonly body: SchoolCalendarBody;
  readonly actor: Actor;
}

@Injectable()
export class EnterSchoolCalendar {
  constructor(@InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>) {}

  /** @throws Refusal `aggregate.missing` outside the actor's scope, and what `enterCalendar` refuses. */
  async execute(
    { id, body, actor }: EnterSchoolCalendarCommand,
    cause: CommandCause,
  ): Promise<Outcome<SchoolLocation>> {
    const location = await this.locations.get(id);
    if (!location || !can(actor, 'school-locations.change-calendar', schoolLocationOwners(location.state)))
      throw missing();
    return this.locations.change(id, cause, (current) => {
      const calendar = enterCalendar(current.calendar, body);
      if (JSON.stringify(calendar) === JSON.stringify(current.calendar)) return null;
      const state = { ...current, calendar };
      return { state, events: [schoolLocationChanged(state)] };
    });
  }
}
