import { Controller } from '@nestjs/common';
import { OrganisationChanged, RegionChanged } from '#libs/contracts';
import { Copies, InjectCopies, OnEvent, type EventCause } from '#libs/runtime';
import { organisationCopies, regionCopies } from '../offers.collection.js';

@Controller()
export class KeepCopiesConsumer {
  constructor(
    @InjectCopies(organisationCopies) private readonly organisations: Copies<OrganisationChanged>,
    @InjectCopies(regionCopies) private readonly regions: Copies<RegionChanged>,
  ) {}

  @OnEvent(OrganisationChanged)
  organisation(changed: OrganisationChanged, cause: EventCause): Promise<void> {
    return this.organisations.put(cause.key, cause.seq, changed);
  }

  @OnEvent(RegionChanged)
  region(changed: RegionChanged, cause: EventCause): Promise<void> {
    return this.regions.put(cause.key, cause.seq, changed);
  }
}
