import { Injectable } from '@nestjs/common';
import type { RequestedGroup } from '#libs/contracts';
import { describeGroup } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, sha256, type EventCause } from '#libs/runtime';
import { groupChanged, knownGroup, type Group } from '../domain/group.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { groups } from '../groups.collection.js';
import { schoolLocations } from '../school-locations.collection.js';

interface Described {
  readonly groups: readonly RequestedGroup[];
  readonly schoolLocationId: string;
  /** One of these; the first unless a group's identity tells another. */
  readonly schoolYears: readonly [string, ...string[]];
}

/** A school that describes a group makes it known, and says yes to it when it was only proposed. */
@Injectable()
export class LearnGroups {
  constructor(
    @InjectAggregates(groups) private readonly groups: Aggregates<Group>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    private readonly clock: Clock,
  ) {}

  async execute({ groups: all, schoolLocationId, schoolYears }: Described, cause: EventCause): Promise<void> {
    const unsure = await this.unsure(all);
    if (unsure.length === 0) return;
    const location = await this.locations.get(schoolLocationId);
    const regionIds = location?.state.regionIds ?? cause.owners.regions;
    for (const group of unsure) {
      const identity = { schoolLocationId, unnamed: '', hash: sha256 };
      const schoolYear =
        schoolYears.find(
          (year) => describeGroup(group, { ...identity, schoolYear: year }).groupId === group.groupId,
        ) ?? schoolYears[0];
      const state = knownGroup(group, { schoolLocationId, regionIds, schoolYear, now: this.clock.now() });
      const said = { state, events: [groupChanged(state)] };
      const { repeated } = await this.groups.create(group.groupId, cause, said);
      if (repeated)
        await this.groups.change(group.groupId, cause, (current) =>
          current.state === 'proposed' ? said : null,
        );
    }
  }

  private async unsure(described: readonly RequestedGroup[]): Promise<RequestedGroup[]> {
    const found = await Promise.all(described.map(({ groupId }) => this.groups.get(groupId)));
    return described.filter((_, i) => (found[i]?.state.state ?? 'proposed') === 'proposed');
  }
}
