import type { MatchSnapshot } from '#libs/contracts';
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

  /** What a school received, by whichever entrance: agreed, or taken place. */
  historyOf(schoolLocationId: string): SchoolHistory & { readonly served: number } {
    const organisationIds = new Set<string>();
    const groups = new Set<string>();
    let served = 0;
    for (const match of this.named(this.ofSchool.of(schoolLocationId))) {
      if (match.state !== 'confirmed' && !pastStates.includes(match.state)) continue;
      organisationIds.add(match.organisationId);
      for (const session of match.sessions) {
        served += session.groups.length;
        for (const { groupId } of session.groups) groups.add(groupId);
      }
    }
    return {
      served,
      servedPerGroup: groups.size === 0 ? 0 : served / groups.size,
      organisationIds: [...organisationIds],
    };
  }

  private *named(ids: Iterable<string>): Generator<MatchSnapshot> {
    for (const id of ids) {
      const match = this.matches.get(id)?.data;
      if (match) yield match;
    }
  }
}
