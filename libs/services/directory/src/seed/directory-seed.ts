import { Injectable } from '@nestjs/common';
import type { HolidayRegion, RegionSettings, ResolvedLocation, Sector } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Ids } from '#libs/ports/ids/port';
import { Aggregates, InjectAggregates, type CommandCause } from '#libs/runtime';
import { organisationChanged, type Organisation } from '../domain/organisation.js';
import type { Person, PersonRole } from '../domain/person.js';
import { regionChanged, regionSettings, regionStampOf, type Region } from '../domain/region.js';
import {
  emptyCalendar,
  schoolLocationChanged,
  type SchoolCalendar,
  type SchoolLocation,
} from '../domain/school-location.js';
import { IssueApiToken } from '../issue-api-token/issue-api-token.js';
import { organisations } from '../organisations.collection.js';
import { people } from '../people.collection.js';
import { regions } from '../regions.collection.js';
import { RestampLocations } from '../restamp-locations/restamp-locations.js';
import { schoolLocations } from '../school-locations.collection.js';

export interface SeedRegion {
  readonly id: string;
  readonly name: string;
  /** CBS codes of four digits. */
  readonly municipalityCodes?: readonly string[];
  readonly schoolLocationIds?: readonly string[];
  /** By school location; one that is not named takes part as long as it is known. */
  readonly participating?: Region['participating'];
  /** What differs from a region's starting settings. */
  readonly settings?: Partial<RegionSettings>;
}

export interface SeedSchoolLocation {
  readonly id: string;
  readonly name: string;
  readonly brin6: string;
  readonly sectors: readonly Sector[];
  readonly holidayRegion: HolidayRegion;
  readonly street?: string;
  readonly location?: ResolvedLocation;
  readonly municipalityCode?: string;
  readonly municipalityName?: string;
  /** From when it is known; absent: always. */
  readonly activeFrom?: string;
  /** What differs from an empty calendar. */
  readonly calendar?: Partial<SchoolCalendar>;
  /** In [0, 1] */
  readonly equityPriority?: number;
}

export type SeedOrganisation = Organisation;

export interface SeedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  /** Default `nl`. */
  readonly language?: 'nl' | 'en';
  readonly roles: readonly PersonRole[];
  /** Default false. */
  readonly disabled?: boolean;
}

const cause: CommandCause = {
  kind: 'command',
  actor: 'service:directory',
  key: null,
  bodyHash: '',
  correlationId: 'seed',
  causationId: null,
};

/**
 * Fills the directory inside its own process, under the ids given and without HTTP: for the demo and for tests.
 * Each method may be called again; it writes (and tells) only what differs. Regions first spares restamping.
 */
@Injectable()
export class DirectorySeed {
  constructor(
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly restamp: RestampLocations,
    private readonly issue: IssueApiToken,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Resolves when the school locations it names, as far as they are there, belong to it. */
  async region({
    id,
    name,
    municipalityCodes = [],
    schoolLocationIds = [],
    participating,
    settings,
  }: SeedRegion): Promise<void> {
    const state: Region = {
      id,
      name,
      municipalityCodes,
      schoolLocationIds,
      settings: regionSettings(settings),
      ...(participating ? { participating } : {}),
      restampAt: null,
    };
    const written = await put(
      this.regions,
      id,
      { ...state, restampAt: this.clock.now() },
      regionChanged,
      (kept) => same({ ...kept, restampAt: null }, state),
    );
    if (written) await this.restamp.execute(id, cause);
  }

  async schoolLocation({ calendar, ...given }: SeedSchoolLocation): Promise<void> {
    const state: SchoolLocation = {
      ...given,
      calendar: { ...emptyCalendar, ...calendar },
      ...regionStampOf(given, await this.restamp.allRegions()),
      registered: false,
    };
    await put(this.locations, given.id, state, schoolLocationChanged);
  }

  async organisation(state: SeedOrganisation): Promise<void> {
    await put(this.organisations, state.id, state, organisationChanged);
  }

  async person({ language = 'nl', disabled = false, ...given }: SeedPerson): Promise<void> {
    await put(this.people, given.id, { ...given, language, disabled });
  }

  /** A new API token of that person, in plain text: nobody can read it again. Not idempotent. */
  async token(personId: string, days: number): Promise<string> {
    const { token } = await this.issue.execute(this.ids.next(), { personId, days }, cause);
    if (!token) throw new Error('A fresh id cannot have a token already');
    return token;
  }
}

/** Creates or changes; false when it was there just so. */
async function put<S>(
  aggregates: Aggregates<S>,
  id: string,
  state: S,
  changed?: (state: S) => object,
  unchanged = (kept: S) => same(kept, state),
): Promise<boolean> {
  const decision = { state, events: changed ? [changed(state)] : [] };
  const { repeated, document } = await aggregates.create(id, cause, decision);
  if (!repeated) return true;
  if (unchanged(document.state)) return false;
  await aggregates.change(id, cause, () => decision);
  return true;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
