import { Injectable } from '@nestjs/common';
import { localDateOf, schoolYearOf, startOfSchoolYear } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { InboxReads } from '../inbox/inbox-reads.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { PersonView } from '../owners/views.js';

interface PostedRequest {
  readonly schoolLocationId: string;
  readonly madeBy: string;
  readonly postedAt: string;
}

const mostRequests = 5_000;

/** Who asks on behalf of schools. */
@Injectable()
export class WhoAsks {
  constructor(
    private readonly reads: InboxReads,
    private readonly owners: OwnerReads,
    private readonly clock: Clock,
  ) {}

  /** The schools of which somebody gets such mails: has an address, and did not say that they want none. @throws Unavailable */
  async reachable(regionId: string, schoolIds: readonly string[]): Promise<ReadonlySet<string>> {
    const reachable = new Set<string>();
    for (const [school, ids] of await this.ofEach(regionId, schoolIds)) {
      const people = await Promise.all(ids.map((id) => this.owners.person(id)));
      const isTold = people.some((one) => one?.email && one.preferences?.reminders !== false);
      if (isTold) reachable.add(school);
    }
    return reachable;
  }

  /** Ids, by school: its admins, else the teachers who asked for something this school year. @throws Unavailable */
  async ofEach(
    regionId: string,
    schoolIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const admins = await this.owners.peopleOf(regionId, 'school-admin');
    const found = new Map(schoolIds.map((school) => [school, adminsAt(school, admins)]));
    const unled = schoolIds.filter((id) => found.get(id)?.length === 0);
    if (unled.length === 0) return found;
    const since = startOfSchoolYear(schoolYearOf(localDateOf(this.clock.now())));
    const query = { region: regionId };
    const posted = await this.reads.every<PostedRequest>('requests', '/api/requests', query, mostRequests);
    for (const id of unled) {
      const theirs = posted.filter(
        ({ schoolLocationId, postedAt }) => schoolLocationId === id && Date.parse(postedAt) >= since,
      );
      found.set(id, [...new Set(theirs.map(({ madeBy }) => madeBy))]);
    }
    return found;
  }
}

const adminsAt = (school: string, admins: readonly PersonView[]): readonly string[] =>
  admins
    .filter(({ roles = [] }) => roles.some(({ schoolLocationId }) => schoolLocationId === school))
    .map(({ id }) => id);
