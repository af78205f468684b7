import { Injectable } from '@nestjs/common';
import type { ImportKind, ResolvedLocation } from '#libs/contracts';
import { findPlace } from '#libs/facts';
import { Aggregates, InjectAggregates, sha256, type Cause } from '#libs/runtime';
import { refuse } from '../domain/import.errors.js';
import type { RegisterEntry } from '../domain/ministry-row.js';
import { schoolLocationChanged, type SchoolLocation } from '../domain/school-location.js';
import { planRegister, type RegisterChange } from '../domain/school-register.js';
import { postcodes, type PostcodeArea } from '../postcodes.collection.js';
import { RestampLocations } from '../restamp-locations/restamp-locations.js';
import { schoolLocations } from '../school-locations.collection.js';
import { everything } from '../search.js';
import type { ImportPlan } from './import-plan.js';
import { PartnerLists } from './partner-lists.js';
import { readPostcodes } from './read-postcodes.js';
import { readSchools } from './read-schools.js';

/** A file and what is to be done with it. */
interface ImportJob {
  readonly id: string;
  readonly kind: ImportKind;
  readonly asOf: string;
  readonly regionId?: string;
}

@Injectable()
export class Registers {
  constructor(
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(postcodes) private readonly areas: Aggregates<PostcodeArea>,
    private readonly stamps: RestampLocations,
    private readonly lists: PartnerLists,
  ) {}

  /** @throws Refusal `imports.not-this-file`, `imports.region-needed` */
  async plan({ id, kind, asOf, regionId }: ImportJob, bytes: Buffer): Promise<ImportPlan> {
    switch (kind) {
      case 'schools':
        return this.planSchools(bytes, asOf);
      case 'postcodes':
        return this.planPostcodes(bytes);
      case 'partners':
        if (!regionId) throw refuse('imports.region-needed');
        return this.lists.plan(bytes, regionId, id);
    }
  }

  private async planSchools(bytes: Buffer, asOf: string): Promise<ImportPlan> {
    const register = readSchools(bytes);
    const [known, areas, regions] = await Promise.all([
      everything((page) => this.locations.find('byOwner', { equals: '*', ...page })),
      this.allAreas(),
      this.stamps.allRegions(),
    ]);
    const plan = planRegister(
      register,
      known.map(({ state }) => state),
      { asOf, regions, locate: (entry) => locate(entry, areas), idOf },
    );
    return {
      ...plan,
      refusals: register.refusals,
      remarks: [],
      writes: plan.changes.map((change) => (cause: Cause) => this.write(change, cause)),
    };
  }

  private async write({ id, kind, decide }: RegisterChange, cause: Cause): Promise<void> {
    const decision = (current?: SchoolLocation) => {
      const state = decide(current);
      return { state, events: [schoolLocationChanged(state)] };
    };
    const made = kind === 'add' ? await this.locations.create(id, cause, decision()) : undefined;
    if (!made || made.repeated) await this.locations.change(id, cause, decision);
  }

  private async planPostcodes(bytes: Buffer): Promise<ImportPlan> {
    const read = readPostcodes(bytes);
    const known = await this.allAreas();
    const differing = [...read.areas].filter(([code, { lat, lon }]) => {
      const before = known.get(code);
      return before?.lat !== lat || before.lon !== lon;
    });
    const added = differing.filter(([code]) => !known.has(code)).length;
    return {
      counts: {
        rows: read.rows,
        added,
        changed: differing.length - added,
        unchanged: read.areas.size - differing.length,
        vanished: 0,
        refused: read.refusals.length,
      },
      refusals: read.refusals,
      remarks: read.remarks,
      known: 0,
      writes: differing.map(([code, state]) => async (cause: Cause) => {
        const { repeated } = await this.areas.create(code, cause, { state });
        if (repeated) await this.areas.change(code, cause, () => ({ state }));
      }),
    };
  }

  private async allAreas(): Promise<Map<string, PostcodeArea>> {
    const found = await everything((page) => this.areas.find('all', { equals: '*', ...page }));
    return new Map(found.map(({ id, state }) => [id, state]));
  }
}

/** Opaque and the same for every import; the outer key may change later, this does not. */
function idOf(brin6: string): string {
  return sha256(`school location ${brin6}`).slice(0, 24);
}

function locate(
  { postcode, place, municipalityCode }: RegisterEntry,
  areas: ReadonlyMap<string, PostcodeArea>,
): ResolvedLocation | undefined {
  const found = findPlace(place, municipalityCode ? { municipality: municipalityCode } : {});
  const point = (postcode && areas.get(postcode.slice(0, 4))) || found;
  return (
    point && {
      ...(postcode ? { postcode } : {}),
      // The ministry writes in capitals; a place we know is written as people do.
      place: found && !found.approximate ? found.name : place,
      lat: point.lat,
      lon: point.lon,
    }
  );
}
