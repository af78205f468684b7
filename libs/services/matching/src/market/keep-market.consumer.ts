import { Controller } from '@nestjs/common';
import { GroupChanged, OrganisationChanged, RegionChanged, SchoolLocationChanged } from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import { KeptCopies } from './kept-copies.js';
import { MarketPlace } from './market-place.js';

/** Writes what a later start of any instance loads, and tells this instance's market. */
@Controller()
export class KeepMarketConsumer {
  constructor(
    private readonly place: MarketPlace,
    private readonly kept: KeptCopies,
  ) {}

  @OnEvent(SchoolLocationChanged)
  async location(changed: SchoolLocationChanged, { key, seq }: EventCause): Promise<void> {
    await this.kept.locations.put(key, seq, changed);
    this.place.market.putLocation(key, seq, changed);
  }

  @OnEvent(OrganisationChanged)
  async organisation(changed: OrganisationChanged, { key, seq }: EventCause): Promise<void> {
    await this.kept.organisations.put(key, seq, changed);
    this.place.market.putOrganisation(key, seq, changed);
  }

  @OnEvent(RegionChanged)
  async region(changed: RegionChanged, { key, seq }: EventCause): Promise<void> {
    await this.kept.regions.put(key, seq, changed);
    this.place.market.putRegion(key, seq, changed);
  }

  @OnEvent(GroupChanged)
  async group(changed: GroupChanged, { key, seq }: EventCause): Promise<void> {
    await this.kept.groups.put(key, seq, changed);
    this.place.market.putGroup(key, seq, changed);
  }
}
