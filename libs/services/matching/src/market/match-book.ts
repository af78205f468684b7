import type { MatchSnapshot } from '#libs/contracts';
import { schoolYearOf } from '#libs/facts';
import { liveStates, pastStates } from '../domain/match.js';
import type { SchoolHistory } from './need.js';
import { Groups, Shelf } from './shelf.js';

/** Every match there ever was, by its request and by its school. */
export class MatchBook {
  private readonly matches = new Shelf<MatchSnapshot>();
  private readonly ofRequest = new Groups();
  private readonly ofSchool = new Groups();
  /** Of the schools that were asked about since their last news: a freed place asks about every request there is. */
  private readonly received = new Map<string, Received>();

  /** True when it was news. */
  put(id: string, seq: number, match: MatchSnapshot): boolean {
    if (!this.matches.put(id, seq, match)) return false;
    if (match.requestId) this.ofRequest.put(match.requestId, id);
    this.ofSchool.put(match.schoolLocationId, id);
    this.received.delete(match.schoolLocationId);
    return true;
  }

  /** The live match of a request, if there is one. */
  liveOf(requestId: string): string | undefined {
    return [...this.ofRequest.of(requestId)].find((id) =>
      liveStates.includes(this.matches.get(id)?.data.state ?? 'refused'),
    );
  }

  /** The groups of a request that a live match is for, or was: those that need no other. */
  groupsServed(requestId: string): ReadonlySet<string> {
    const served = new Set<string>();
    for (const { state, groups } of this.everyOf(requestId)) {
      if (!liveStates.includes(state) && !pastStates.includes(state)) continue;
      for (const { groupId } of groups) served.add(groupId);
    }
    return served;
  }

  /** What the matches that serve a request cost its school together, euro cents. */
  spentOn(requestId: string): number {
    let spent = 0;
    for (const { state, costs } of this.everyOf(requestId))
      if (liveStates.includes(state) || pastStates.includes(state)) spent += costs.schoolCents;
    return spent;
  }

  everyOf(requestId: string): Generator<MatchSnapshot> {
    return this.named(this.ofRequest.of(requestId));
  }

  /** How often a group of the school was served or will be, in that school year. */
  servedOf(schoolLocationId: string, schoolYear: string): number {
    return this.receivedBy(schoolLocationId).years.get(schoolYear)?.served ?? 0;
  }

  /** Whom the school worked with, ever, and how often each of its groups was served in that school year. */
  historyOf(
    schoolLocationId: string,
    schoolYear: string,
    known: ReadonlySet<string> = new Set(),
  ): SchoolHistory {
    const { organisationIds, years } = this.receivedBy(schoolLocationId);
    const { served, groupIds } = years.get(schoolYear) ?? noneServed;
    // One that was only described counts too.
    const groups = known.size + groupIds.difference(known).size;
    return { servedPerGroup: groups === 0 ? 0 : served / groups, organisationIds };
  }

  private receivedBy(schoolLocationId: string): Received {
    const known = this.received.get(schoolLocationId);
    if (known) return known;
    const received = whatWasReceived(this.named(this.ofSchool.of(schoolLocationId)));
    this.received.set(schoolLocationId, received);
    return received;
  }

  private *named(ids: Iterable<string>): Generator<MatchSnapshot> {
    for (const id of ids) {
      const match = this.matches.get(id)?.data;
      if (match) yield match;
    }
  }
}

/** What a school received, by whichever entrance: agreed, or taken place. */
interface Received {
  readonly organisationIds: readonly string[];
  readonly years: ReadonlyMap<string, Served>;
}

interface Served {
  readonly served: number;
  readonly groupIds: ReadonlySet<string>;
}

const noneServed: Served = { served: 0, groupIds: new Set() };

function whatWasReceived(matches: Iterable<MatchSnapshot>): Received {
  const organisationIds = new Set<string>();
  const years = new Map<string, { served: number; groupIds: Set<string> }>();
  for (const { state, organisationId, sessions } of matches) {
    if (state !== 'confirmed' && !pastStates.includes(state)) continue;
    organisationIds.add(organisationId);
    for (const { start, groups } of sessions) {
      const schoolYear = schoolYearOf(start.slice(0, 10));
      const year = years.get(schoolYear) ?? { served: 0, groupIds: new Set<string>() };
      year.served += groups.length;
      for (const { groupId } of groups) year.groupIds.add(groupId);
      years.set(schoolYear, year);
    }
  }
  return { organisationIds: [...organisationIds], years };
}
