import type { MatchSession, MatchSnapshot } from '#libs/contracts';
import { schoolYearOf } from '#libs/facts';
import { liveStates, pastStates } from '../domain/match.js';
import type { SchoolHistory } from './need.js';
import { Groups, Shelf } from './shelf.js';

/** Every match there ever was, by its request and by its school. */
export class MatchBook {
  private readonly matches = new Shelf<MatchSnapshot>();
  private readonly ofRequest = new Groups();
  private readonly ofSchool = new Groups();

  /** True when it was news. */
  put(id: string, seq: number, match: MatchSnapshot): boolean {
    if (!this.matches.put(id, seq, match)) return false;
    if (match.requestId) this.ofRequest.put(match.requestId, id);
    this.ofSchool.put(match.schoolLocationId, id);
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

  everyOf(requestId: string): Generator<MatchSnapshot> {
    return this.named(this.ofRequest.of(requestId));
  }

  /** How often a group of the school was served or will be, in that school year. */
  servedOf(schoolLocationId: string, schoolYear: string): number {
    let served = 0;
    for (const { sessions } of this.receivedBy(schoolLocationId))
      for (const session of sessions) if (isIn(schoolYear, session)) served += session.groups.length;
    return served;
  }

  /** Whom the school worked with, ever, and how often each of its groups was served in that school year. */
  historyOf(
    schoolLocationId: string,
    schoolYear: string,
    known: ReadonlySet<string> = new Set(),
  ): SchoolHistory {
    const organisationIds = new Set<string>();
    const others = new Set<string>();
    let served = 0;
    for (const match of this.receivedBy(schoolLocationId)) {
      organisationIds.add(match.organisationId);
      for (const session of match.sessions) {
        if (!isIn(schoolYear, session)) continue;
        served += session.groups.length;
        // One that was only described counts too.
        for (const { groupId } of session.groups) if (!known.has(groupId)) others.add(groupId);
      }
    }
    const groups = known.size + others.size;
    return {
      servedPerGroup: groups === 0 ? 0 : served / groups,
      organisationIds: [...organisationIds],
    };
  }

  /** By whichever entrance: agreed, or taken place. */
  private *receivedBy(schoolLocationId: string): Generator<MatchSnapshot> {
    for (const match of this.named(this.ofSchool.of(schoolLocationId)))
      if (match.state === 'confirmed' || pastStates.includes(match.state)) yield match;
  }

  private *named(ids: Iterable<string>): Generator<MatchSnapshot> {
    for (const id of ids) {
      const match = this.matches.get(id)?.data;
      if (match) yield match;
    }
  }
}

const isIn = (schoolYear: string, { start }: MatchSession): boolean =>
  schoolYearOf(start.slice(0, 10)) === schoolYear;
