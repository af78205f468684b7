import { Controller } from '@nestjs/common';
import { OrganisationChanged, RegionChanged, SchoolLocationChanged } from '#libs/contracts';
import { Copies, InjectCopies, OnEvent, type EventCause } from '#libs/runtime';
import type { Partner } from '../domain/activity-row.js';
import { schoolLocationOf, type SchoolLocation } from '../domain/school-location.js';
import { locationCopies, partnerCopies, regionCopies } from '../impact.collection.js';

@Controller()
export class DirectoryConsumer {
  constructor(
    @InjectCopies(locationCopies) private readonly locations: Copies<SchoolLocation>,
    @InjectCopies(partnerCopies) private readonly partners: Copies<Partner>,
    @InjectCopies(regionCopies) private readonly regions: Copies<{ readonly name: string }>,
  ) {}

  @OnEvent(SchoolLocationChanged)
  location(changed: SchoolLocationChanged, { key, seq }: EventCause): Promise<void> {
    return this.locations.put(key, seq, schoolLocationOf(changed));
  }

  @OnEvent(OrganisationChanged)
  organisation({ name, kind }: OrganisationChanged, { key, seq }: EventCause): Promise<void> {
    return this.partners.put(key, seq, { name, kind });
  }

  @OnEvent(RegionChanged)
  region({ name }: RegionChanged, { key, seq }: EventCause): Promise<void> {
    return this.regions.put(key, seq, { name });
  }
}
