import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  InjectAggregates,
  PersonalData,
  everyAggregate,
  type EventCause,
  type Kept,
} from '#libs/runtime';
import type { Call } from './domain/call.js';
import { erasePerson, textsBy } from './domain/erase-person.js';
import type { Match } from './domain/match.js';
import {
  callsAggregate,
  matchesAggregate,
  rejectionsAggregate,
  type Rejection,
} from './matching.collection.js';

@Injectable()
export class MatchingPersonalData extends PersonalData {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    @InjectAggregates(callsAggregate) private readonly calls: Aggregates<Call>,
    @InjectAggregates(rejectionsAggregate) private readonly rejections: Aggregates<Rejection>,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async exportOf(personId: string): Promise<Kept> {
    const matches: object[] = [];
    for await (const { id, state: match } of everyAggregate((query) => this.matches.find('byOwner', query))) {
      const did = match.history
        .filter(({ actor }) => actor === personId)
        .map(({ at, what }) => ({ at, what }));
      const { askers, partnerContactId, title, state } = match;
      if (did.length > 0 || askers.includes(personId) || partnerContactId === personId)
        matches.push({ id, title, state, did, wrote: textsBy(match, personId) });
    }
    const calls: object[] = [];
    for await (const { id, state } of everyAggregate((query) => this.calls.find('byOwner', query))) {
      if (state.madeBy === personId) calls.push({ id, requestId: state.requestId, wrote: [state.note] });
    }
    const rejections: object[] = [];
    for await (const { id, state } of everyAggregate((query) => this.rejections.find('all', query))) {
      if (state.by === personId) rejections.push({ id, requestId: state.requestId, wrote: [state.reason] });
    }
    return { matches, calls, rejections };
  }

  override async erase(personId: string, cause: EventCause): Promise<void> {
    for await (const { id, state } of everyAggregate((query) => this.matches.find('byOwner', query))) {
      const by = { actor: 'service:matching', now: this.clock.now() };
      if (!erasePerson(state, personId, by)) continue;
      await this.matches.change(id, cause, (match) => {
        const erased = erasePerson(match, personId, by);
        return erased && { state: erased.state, events: [] };
      });
    }
    for await (const { id, state } of everyAggregate((query) => this.calls.find('byOwner', query))) {
      if (state.madeBy === personId && state.note)
        await this.calls.change(id, cause, (call) => ({ state: { ...call, note: '' } }));
    }
    for await (const { id, state } of everyAggregate((query) => this.rejections.find('all', query))) {
      if (state.by === personId && state.reason)
        await this.rejections.change(id, cause, (rejection) => ({ state: { ...rejection, reason: '' } }));
    }
  }

  /** Appointments are what a region accounts for: they stay. */
  override async removeOld(): Promise<void> {}
}
