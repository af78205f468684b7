import { Injectable } from '@nestjs/common';
import { Aggregates, Answer, InjectAggregates, can, type Actor } from '#libs/runtime';
import { regionSettings, type Region } from '../domain/region.js';
import { participationOf, type SchoolLocation } from '../domain/school-location.js';
import { regions } from '../regions.collection.js';
import { schoolLocations } from '../school-locations.collection.js';
import { everything } from '../search.js';

@Injectable()
export class ShowRegion {
  constructor(
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
  ) {}

  /** What this actor may see of it; undefined when there is no such region. */
  async of(id: string, actor: Actor) {
    const region = await this.regions.get(id);
    if (!region) return undefined;
    const { state } = region;
    if (!can(actor, 'regions.read-settings', { regions: [id] }))
      return new Answer(regionLine(state), region.rev);
    const taking = await everything((page) =>
      this.locations.find('byOwner', { equals: `region:${id}`, ...page }),
    );
    const body = {
      ...regionLine(state),
      ...(state.contactEmail ? { contactEmail: state.contactEmail } : {}),
      municipalityCodes: state.municipalityCodes,
      settings: regionSettings(state.settings),
      schoolLocations: taking.map((location) => participant(location.state, id)),
    };
    return new Answer(body, region.rev);
  }
}

export function regionLine({ id, name, municipalityCodes }: Region) {
  return { id, name, municipalities: municipalityCodes.length };
}

function participant(location: SchoolLocation, regionId: string) {
  const { id, name, brin6 } = location;
  const { regionId: _, ...dates } = participationOf(location).find((each) => each.regionId === regionId) ?? {
    regionId,
  };
  return { id, name, brin6, ...dates };
}
