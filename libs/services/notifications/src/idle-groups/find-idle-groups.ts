import { Injectable } from '@nestjs/common';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { InboxReads } from '../inbox/inbox-reads.js';
import { Recently } from '../owners/recently.js';
import type { MatchView, RequestView } from '../owners/views.js';

/** A school with those of its groups that had nothing; `asked`: its request waits for an appointment. */
export interface IdleSchool {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly { readonly name: string; readonly pupils: number; readonly asked?: boolean }[];
}

interface Participant {
  readonly id: string;
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly pupils: number;
  readonly state: 'known' | 'proposed' | 'left';
}

/** Requests that others have to answer; of one that was given up it is the school's move. */
const waiting = ['open', 'partly-met', 'needs-info'];
const live = ['holding', 'option', 'asked', 'confirmed', 'held'];
/** Many mails of one morning ask the same of a region. */
const keptMs = 60_000;
const most = 10_000;
const atOnce = 8;

/** Groups of this school year without an activity, done or under way. Every method throws Unavailable. */
@Injectable()
export class FindIdleGroups {
  private readonly busy: Recently<ReadonlySet<string>>;
  private readonly asked: Recently<ReadonlySet<string>>;
  private readonly idle: Recently<readonly IdleSchool[]>;

  constructor(
    private readonly reads: InboxReads,
    private readonly clock: Clock,
  ) {
    this.busy = new Recently(keptMs, clock);
    this.asked = new Recently(keptMs, clock);
    this.idle = new Recently(keptMs, clock);
  }

  /** By name; schools that take part today and have such groups. As it was at most a minute ago. */
  ofRegion(regionId: string): Promise<readonly IdleSchool[]> {
    return this.idle.of(this.today(regionId), () => this.read(regionId));
  }

  /** Those that it asked nothing for. Undefined when it has none, or takes no part. */
  async ofSchool(regionId: string, schoolLocationId: string): Promise<IdleSchool | undefined> {
    const school = (await this.ofRegion(regionId)).find(({ id }) => id === schoolLocationId);
    const groups = school?.groups.filter(({ asked }) => !asked) ?? [];
    return school && groups.length > 0 ? { ...school, groups } : undefined;
  }

  private async read(regionId: string): Promise<IdleSchool[]> {
    const day = localDateOf(this.clock.now());
    const path = `/api/regions/${encodeURIComponent(regionId)}`;
    const region = await this.reads.one<{ schoolLocations?: readonly Participant[] }>('directory', path);
    const schools = (region?.schoolLocations ?? []).filter(
      ({ from, to }) => (!from || from <= day) && (!to || to >= day),
    );
    const found: IdleSchool[] = [];
    for (let start = 0; start < schools.length; start += atOnce)
      found.push(
        ...(await Promise.all(schools.slice(start, start + atOnce).map((one) => this.idleOf(one, regionId)))),
      );
    return found.filter(({ groups }) => groups.length > 0).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private async idleOf({ id, name }: Participant, regionId: string): Promise<IdleSchool> {
    const school = `/api/school-locations/${encodeURIComponent(id)}`;
    const all = await this.reads.every<GroupView>('directory', `${school}/groups`, {});
    const known = all.filter(({ state }) => state === 'known');
    if (known.length === 0) return { id, name, groups: [] };
    // What it had through another region counts as well.
    const location = await this.reads.one<{ regionIds: readonly string[] }>('directory', school);
    const regions = new Set([regionId, ...(location?.regionIds ?? [])]);
    const busy = await Promise.all([...regions].map((region) => this.busyIn(region)));
    const asked = await Promise.all([...regions].map((region) => this.askedIn(region)));
    const groups = known
      .filter((group) => !busy.some((ids) => ids.has(group.id)))
      .map((group) => ({ ...group, asked: asked.some((ids) => ids.has(group.id)) }));
    return { id, name, groups };
  }

  private busyIn(region: string): Promise<ReadonlySet<string>> {
    return this.busy.of(this.today(region), () => this.busyOf(region));
  }

  private async busyOf(region: string): Promise<ReadonlySet<string>> {
    const path = `/internal/reached-groups?region=${encodeURIComponent(region)}`;
    const reached = await this.reads.one<{ items: readonly string[] }>('impact', path);
    const matched = await this.groupsIn<MatchView>('matching', '/api/matches', region, live);
    return matched.union(new Set(reached?.items));
  }

  private askedIn(region: string): Promise<ReadonlySet<string>> {
    return this.asked.of(this.today(region), () =>
      this.groupsIn<RequestView>('requests', '/api/requests', region, waiting),
    );
  }

  /** Of everything in those states. */
  private async groupsIn<T extends Pick<MatchView, 'groups'>>(
    service: string,
    path: string,
    region: string,
    states: readonly string[],
  ): Promise<Set<string>> {
    const found = new Set<string>();
    for (const state of states)
      for (const { groups } of await this.reads.every<T>(service, path, { region, state }, most))
        for (const { groupId } of groups) found.add(groupId);
    return found;
  }

  private today(regionId: string): string {
    return `${regionId} ${localDateOf(this.clock.now())}`;
  }
}
