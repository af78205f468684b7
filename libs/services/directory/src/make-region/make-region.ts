import { Injectable } from '@nestjs/common';
import { atField, type PostRegionBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, idFrom, type CommandCause, type Outcome } from '#libs/runtime';
import { refuse } from '../domain/region.errors.js';
import { regionChanged, regionSettings, type Region } from '../domain/region.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { regions } from '../regions.collection.js';
import { RestampLocations } from '../restamp-locations/restamp-locations.js';
import { schoolLocations } from '../school-locations.collection.js';
import { mustBeKnown } from './must-be-known.js';

@Injectable()
export class MakeRegion {
  constructor(
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    private readonly restamp: RestampLocations,
    private readonly clock: Clock,
  ) {}

  /**
   * Regions may overlap. Its school locations belong to it before it resolves; after a crash in between they fall due.
   * @throws Refusal `regions.empty`, `regions.location-unknown`
   */
  async execute(body: PostRegionBody, cause: CommandCause): Promise<Outcome<Region>> {
    const { name, municipalityCodes = [], schoolLocationIds = [] } = body;
    if (municipalityCodes.length + schoolLocationIds.length === 0)
      throw refuse(
        'regions.empty',
        atField('municipalityCodes', 'required', 'name one, or a school location'),
      );
    await mustBeKnown(this.locations, schoolLocationIds);
    const id = idFrom(cause);
    const state: Region = {
      id,
      name,
      municipalityCodes,
      schoolLocationIds,
      settings: regionSettings(),
      restampAt: this.clock.now(),
    };
    const outcome = await this.regions.create(id, cause, { state, events: [regionChanged(state)] });
    if (outcome.document.state.restampAt !== null) await this.restamp.execute(id, { ...cause, key: null });
    return outcome;
  }
}
