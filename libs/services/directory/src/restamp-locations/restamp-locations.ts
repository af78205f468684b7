import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  inParallel,
  type Aggregate,
  type Cause,
} from '#libs/runtime';
import { regionStampOf, type Region } from '../domain/region.js';
import { restamped, schoolLocationChanged, type SchoolLocation } from '../domain/school-location.js';
import { regions } from '../regions.collection.js';
import { schoolLocations } from '../school-locations.collection.js';
import { everything } from '../search.js';

/** After a region changed: its school locations, old and new, get the regions that name them now. */
@Injectable()
export class RestampLocations implements OnModuleInit {
  constructor(
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(regions, ({ id }, cause) => this.execute(id, cause));
  }

  async execute(regionId: string, cause: Cause): Promise<void> {
    const region = await this.regions.get(regionId);
    if (!region) return;
    const all = await this.allRegions();
    await inParallel(await this.touchedBy(region.state), async ({ id }) => {
      await this.locations.change(id, cause, (current) => {
        const state = restamped(current, regionStampOf(current, all));
        return state && { state, events: [schoolLocationChanged(state)] };
      });
    });
    await this.regions.change(regionId, cause, (current) =>
      current.restampAt === region.state.restampAt && current.restampAt !== null
        ? { state: { ...current, restampAt: null } }
        : null,
    );
  }

  async allRegions(): Promise<Region[]> {
    const found = await everything((page) => this.regions.find('byName', { equals: '*', ...page }));
    return found.map(({ state }) => state);
  }

  private async touchedBy(region: Region): Promise<Aggregate<SchoolLocation>[]> {
    const { id, municipalityCodes, schoolLocationIds } = region;
    const stamped = await everything((page) =>
      this.locations.find('byOwner', { equals: `region:${id}`, ...page }),
    );
    const within =
      municipalityCodes.length === 0
        ? []
        : await everything((page) =>
            this.locations.find('byMunicipality', { oneOf: municipalityCodes, ...page }),
          );
    const named = await Promise.all(schoolLocationIds.map((each) => this.locations.get(each)));
    const found = [...stamped, ...within, ...named.filter((each) => each !== undefined)];
    return [...new Map(found.map((each) => [each.id, each])).values()];
  }
}
