import { Injectable } from '@nestjs/common';
import { atField, type PatchRegionBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, can, type Actor, type CommandCause } from '#libs/runtime';
import { changeRegion } from '../domain/change-region.js';
import { refuse } from '../domain/region.errors.js';
import { belongs, regionChanged, type Region } from '../domain/region.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { mustBeKnown } from '../make-region/must-be-known.js';
import { missing } from '../missing.js';
import { regions } from '../regions.collection.js';
import { RestampLocations } from '../restamp-locations/restamp-locations.js';
import { schoolLocations } from '../school-locations.collection.js';

interface ChangeRegionCommand {
  readonly id: string;
  readonly body: PatchRegionBody;
  readonly actor: Actor;
}

@Injectable()
export class ChangeRegion {
  constructor(
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    private readonly restamp: RestampLocations,
    private readonly clock: Clock,
  ) {}

  /**
   * Its locations, old and new, are stamped and told one by one before it resolves; after a crash in between they fall due.
   * @throws Refusal `aggregate.missing` outside the actor's scope, `regions.…`
   */
  async execute({ id, body, actor }: ChangeRegionCommand, cause: CommandCause): Promise<void> {
    if (!can(actor, 'regions.change', { regions: [id] })) throw missing();
    const region = (await this.regions.get(id))?.state;
    if (!region) throw missing();
    if ((body.municipalityCodes ?? body.schoolLocationIds) && !can(actor, 'regions.draw', { regions: [id] }))
      throw refuse('regions.not-yours-to-draw');
    await mustBeKnown(this.locations, body.schoolLocationIds ?? []);
    await this.checkParticipants({ ...region, ...drawnAnew(body) }, body);
    const { document } = await this.regions.change(id, cause, (current) => {
      const state = changeRegion(current, body, this.clock.now());
      return state && { state, events: [regionChanged(state)] };
    });
    if (document.state.restampAt === null) return;
    const { ifRev: _, ...stamping } = cause;
    await this.restamp.execute(id, stamping);
  }

  private async checkParticipants(region: Region, { participating }: PatchRegionBody): Promise<void> {
    const named = participating ?? [];
    const found = await Promise.all(named.map((each) => this.locations.get(each.schoolLocationId)));
    const wrong = found.findIndex((location) => !location || !belongs(location.state, region));
    if (wrong >= 0)
      throw refuse(
        'regions.location-not-here',
        atField(`participating[${wrong}].schoolLocationId`, 'unknown', 'is not a location of this region'),
      );
  }
}

function drawnAnew({ municipalityCodes, schoolLocationIds }: PatchRegionBody): Partial<Region> {
  return {
    ...(municipalityCodes ? { municipalityCodes } : {}),
    ...(schoolLocationIds ? { schoolLocationIds } : {}),
  };
}
