import { Injectable } from '@nestjs/common';
import type { GroupBody, RegionChanged, RequestedGroup, RoundOpened, WindowBody } from '#libs/contracts';
import { localDateOf, schoolYearAskedFor } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Copies, InjectCopies, sha256 } from '#libs/runtime';
import { inlineGroup, isKnownGroup, mustDiffer } from '../domain/groups.js';
import { refuse } from '../domain/request.errors.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { groupCopies, locationCopies, regionCopies, roundCopies } from '../requests.collection.js';

interface AskedFor {
  readonly schoolLocationId: string;
  readonly requestId: string;
  readonly windows: readonly WindowBody[];
}

/** What is known of a school, its region and its groups: our own copies. */
@Injectable()
export class SchoolFacts {
  constructor(
    @InjectCopies(locationCopies) private readonly locations: Copies<SchoolLocation>,
    @InjectCopies(regionCopies) private readonly regions: Copies<RegionChanged>,
    @InjectCopies(groupCopies) private readonly groups: Copies<RequestedGroup & { schoolLocationId: string }>,
    @InjectCopies(roundCopies) private readonly rounds: Copies<RoundOpened>,
    private readonly clock: Clock,
  ) {}

  /** @throws requests.school-location-unknown */
  async location(id: string): Promise<SchoolLocation> {
    const location = await this.locations.get(id);
    if (!location) {
      throw refuse('requests.school-location-unknown', {
        errors: [{ path: 'schoolLocationId', code: 'known', message: 'is not known here (yet)' }],
      });
    }
    return location;
  }

  /** @throws requests.region-unknown */
  async region(id: string): Promise<RegionChanged> {
    const region = await this.regions.get(id);
    if (!region) throw refuse('requests.region-unknown');
    return region;
  }

  /** The answer date of the round that takes in what is asked today; the earliest when several do. */
  async roundAnswerBy(regionId: string): Promise<string | undefined> {
    const today = localDateOf(this.clock.now());
    const notOver = { equals: regionId, from: today, limit: 1000 };
    const { items } = await this.rounds.find('byRegion', notOver);
    const open = items.filter(({ data }) => data.opensOn <= today);
    return open.map(({ data }) => data.answerBy).sort()[0];
  }

  /** The groups named or described; those described are known from now on, as groups of the year that is asked for. */
  async groupsOf(
    bodies: readonly GroupBody[],
    location: SchoolLocation,
    { schoolLocationId, requestId, windows }: AskedFor,
  ): Promise<RequestedGroup[]> {
    const schoolYear = schoolYearAskedFor(windows);
    const idOf = (text: string) => sha256(text).slice(0, 32);
    const of = { schoolLocationId, requestId, schoolYear, idOf };
    const groups = await Promise.all(
      bodies.map(async (body, i) =>
        isKnownGroup(body, i)
          ? this.knownGroup(body.groupId as string, schoolLocationId, i)
          : inlineGroup(body, i, location, of),
      ),
    );
    mustDiffer(groups);
    return groups;
  }

  /** Keeps described groups so that a later request may name them. */
  async remember(groups: readonly RequestedGroup[], schoolLocationId: string): Promise<void> {
    await Promise.all(
      groups.map((group) => this.groups.put(group.groupId, 1, { ...group, schoolLocationId })),
    );
  }

  private async knownGroup(
    groupId: string,
    schoolLocationId: string,
    index: number,
  ): Promise<RequestedGroup> {
    const group = await this.groups.get(groupId);
    if (!group || group.schoolLocationId !== schoolLocationId) {
      throw refuse('requests.group-unknown', {
        errors: [
          { path: `groups[${index}].groupId`, code: 'known', message: 'is not a group known here (yet)' },
        ],
      });
    }
    const { schoolLocationId: _, ...requested } = group;
    return requested;
  }
}
