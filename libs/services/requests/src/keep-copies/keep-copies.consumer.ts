import { Controller } from '@nestjs/common';
import {
  GroupChanged,
  RegionChanged,
  RoundOpened,
  SchoolLocationChanged,
  type RequestedGroup,
} from '#libs/contracts';
import { Copies, InjectCopies, OnEvent, type EventCause } from '#libs/runtime';
import type { SchoolLocation } from '../domain/school-location.js';
import { groupCopies, locationCopies, regionCopies, roundCopies } from '../requests.collection.js';

@Controller()
export class KeepCopiesConsumer {
  constructor(
    @InjectCopies(locationCopies) private readonly locations: Copies<SchoolLocation>,
    @InjectCopies(regionCopies) private readonly regions: Copies<RegionChanged>,
    @InjectCopies(roundCopies) private readonly rounds: Copies<RoundOpened>,
    @InjectCopies(groupCopies)
    private readonly groups: Copies<RequestedGroup & { schoolLocationId: string }>,
  ) {}

  @OnEvent(SchoolLocationChanged)
  location(changed: SchoolLocationChanged, cause: EventCause): Promise<void> {
    return this.locations.put(cause.key, cause.seq, changed);
  }

  @OnEvent(RegionChanged)
  region(changed: RegionChanged, cause: EventCause): Promise<void> {
    return this.regions.put(cause.key, cause.seq, changed);
  }

  @OnEvent(RoundOpened)
  round(opened: RoundOpened, cause: EventCause): Promise<void> {
    return this.rounds.put(cause.key, cause.seq, opened);
  }

  /** What a request described itself counts as the first that was known of a group. */
  @OnEvent(GroupChanged)
  group({ schoolYear: _, state: _state, ...group }: GroupChanged, cause: EventCause): Promise<void> {
    return this.groups.put(cause.key, cause.seq + 1, { groupId: cause.key, ...group });
  }
}
