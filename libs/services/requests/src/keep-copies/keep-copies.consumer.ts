import { Controller } from '@nestjs/common';
import { RegionChanged, SchoolLocationChanged } from '#libs/contracts';
import { Copies, InjectCopies, OnEvent, type EventCause } from '#libs/runtime';
import type { SchoolLocation } from '../domain/school-location.js';
import { locationCopies, regionCopies } from '../requests.collection.js';

@Controller()
export class KeepCopiesConsumer {
  constructor(
    @InjectCopies(locationCopies) private readonly locations: Copies<SchoolLocation>,
    @InjectCopies(regionCopies) private readonly regions: Copies<RegionChanged>,
  ) {}

  @OnEvent(SchoolLocationChanged)
  location(changed: SchoolLocationChanged, cause: EventCause): Promise<void> {
    return this.locations.put(cause.key, cause.seq, changed);
  }

  @OnEvent(RegionChanged)
  region(changed: RegionChanged, cause: EventCause): Promise<void> {
    return this.regions.put(cause.key, cause.seq, changed);
  }
}
