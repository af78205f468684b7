import { Injectable } from '@nestjs/common';
import { atField, type MatchSession, type RepeatBody, type RequestedGroup } from '#libs/contracts';
import {
  addDays,
  describeGroup,
  instantOf,
  localDateOf,
  localDateOfDay,
  localMinuteOf,
  parseOffsetIso,
  schoolYearOf,
  toOffsetIso,
} from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  InjectAggregates,
  idFrom,
  sha256,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { make } from '../domain/life.js';
import { refuse } from '../domain/match.errors.js';
import { groupsAsAgreed, pastStates, startOf, type Made, type Match } from '../domain/match.js';
import type { Price } from '../domain/price.js';
import { costsOf, needsOf } from '../domain/sessions.js';
import { mustFollowEachOther } from '../domain/times.js';
import { ShowMatch, ownSide } from '../list-matches/show-match.js';
import { termsOf } from '../make-match/match-in-slots.js';
import { matchOfTimes } from '../make-match/match-of-times.js';
import { SchoolSide } from '../make-match/school-side.js';
import { MarketPlace } from '../market/market-place.js';
import { matchesAggregate } from '../matching.collection.js';

/** The same weekday a year later. */
const oneYear = 52 * 7;

/** The same partner, the same activity, again: offered to both sides with shifted dates. */
@Injectable()
export class RepeatMatch {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly show: ShowMatch,
    private readonly place: MarketPlace,
    private readonly school: SchoolSide,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `matches.not-repeatable`, `matches.time-outside`; idempotent by the command's key */
  async execute(
    matchId: string,
    body: RepeatBody,
    actor: Actor,
    cause: CommandCause,
  ): Promise<Outcome<Match>> {
    const { state } = await this.show.forAnswer(matchId, actor);
    const id = idFrom(cause);
    const earlier = await this.matches.get(id);
    const made = earlier ? { state: earlier.state } : this.decide(id, state, body, actor);
    return this.matches.create(id, cause, made, 202);
  }

  private decide(id: string, match: Match, body: RepeatBody, actor: Actor): Made {
    if (match.state !== 'confirmed' && !pastStates.includes(match.state))
      throw refuse('matches.not-repeatable');
    const { schoolLocationId, organisationId, regionId } = match;
    const location = this.place.market.location(schoolLocationId);
    const region = this.place.market.region(regionId);
    if (!location || !region) throw refuse('matches.school-location-unknown');
    const shift = shiftOf(match, body);
    const described = { unnamed: id, schoolYear: yearOf(shift(startOf(match))) };
    const groups = body.groups
      ? this.school.groups(body.groups, schoolLocationId, location, described)
      : groupsAgain(match, described);
    const sessions = this.sessionsOf(id, match, groups, shift);
    const snapshot = match.offerId ? this.place.market.offer(match.offerId) : undefined;
    const side = ownSide(actor, match);
    // The same again costs the same; other numbers at the price of then. Without its offer it is an amount.
    const price = snapshot && priceOfThen(match);
    const terms = snapshot ? termsOf(snapshot) : match.terms;
    const costs = price ? costsOf(sessions, price, terms) : match.costs;
    const wanted = matchOfTimes({
      origin: 'repeated',
      regionId,
      schoolLocationId,
      organisationId,
      ...(snapshot && match.offerId ? { offer: { id: match.offerId, snapshot } } : {}),
      kind: match.kind,
      title: match.title,
      themes: match.themes,
      place: match.place,
      vogPolicy: location.vogPolicy,
      groups,
      sessions,
      needs: needsOf(sessions, match.offerId, terms),
      costs,
      ...(price ? { price } : {}),
      standing: side ? [side] : [],
      questionWorkingDays: region.settings.questionWorkingDays,
      askers: match.askers,
      ...(match.partnerContactId ? { partnerContactId: match.partnerContactId } : {}),
    });
    return make(wanted, { actor: actor.id, now: this.clock.now() });
  }

  /**
   * The sessions again, all shifted by as many days, at the same local time; other groups take the old ones' places in
   * order, those that are more come with the last.
   */
  private sessionsOf(
    id: string,
    match: Match,
    groups: readonly RequestedGroup[],
    shift: (moment: number) => number,
  ): MatchSession[] {
    const last = match.groups.length - 1;
    const replaced = match.groups.map(({ groupId }, i) => {
      const own = i < last ? groups.slice(i, i + 1) : groups.slice(i);
      return [groupId, own.length > 0 ? own : groups.slice(-1)] as const;
    });
    const groupsOf = new Map(replaced);
    const sessions = match.sessions.map((session, i) => ({
      id: `${id}-${i + 1}`,
      start: toOffsetIso(shift(Date.parse(session.start))),
      end: toOffsetIso(shift(Date.parse(session.end))),
      groups: [...new Set(session.groups.flatMap(({ groupId }) => groupsOf.get(groupId) ?? []))].map(
        ({ groupId, pupils }) => ({ groupId, pupils }),
      ),
    }));
    mustFollowEachOther(sessions, () => 'groups');
    if (Math.min(...sessions.map((session) => Date.parse(session.start))) <= this.clock.now())
      throw refuse('matches.time-outside', atField('start', 'in-future', 'lies in the past: name a start'));
    return sessions.map((session) => ({ ...session, ...this.slotFor(match.offerId, session) }));
  }

  /** The slot of the offer in which the new time lies, if there is one. */
  private slotFor(offerId: string | undefined, { start, end }: { start: string; end: string }) {
    if (!offerId) return {};
    const date = localDateOf(Date.parse(start));
    const from = localMinuteOf(Date.parse(start));
    const until = from + (Date.parse(end) - Date.parse(start)) / 60_000;
    const slot = this.place.market
      .slotsOf(offerId)
      .find(
        ({ day, startMinute, endMinute }) =>
          localDateOfDay(day) === date && startMinute <= from && until <= endMinute,
      );
    return slot ? { slotId: slot.slotId } : {};
  }
}

/** The price that was agreed, for groups as large as they were: the partner may have changed both since. */
function priceOfThen({ price, terms: { pupilsPerGroup, maxPupils } }: Match): Price | undefined {
  return price && { groupSize: { pupilsPerGroup, maxPupils }, ...price };
}

const yearOf = (moment: number): string => schoolYearOf(localDateOf(moment));

/** Where each of its moments goes: to the start that is named, else to the same weekday and hour a year later. */
function shiftOf(match: Match, { start }: RepeatBody): (moment: number) => number {
  const first = startOf(match);
  const named = start == null ? null : parseOffsetIso(start);
  if (start != null && named === null)
    throw refuse('matches.time-outside', atField('start', 'moment', 'is not a moment that exists'));
  return (moment) =>
    named === null
      ? instantOf(addDays(localDateOf(moment), oneYear), localMinuteOf(moment))
      : named + (moment - first);
}

/** In another school year the groups of that name are others: who sat in them has gone up. */
function groupsAgain(
  match: Match,
  { unnamed, schoolYear }: { readonly unnamed: string; readonly schoolYear: string },
): RequestedGroup[] {
  const { schoolLocationId } = match;
  const groups = groupsAsAgreed(match);
  if (yearOf(startOf(match)) === schoolYear) return groups;
  return groups.map((group, i) => {
    const isOnly = groups.filter(({ name }) => name === group.name).length === 1;
    const { name: _, ...nameless } = group;
    const of = { schoolLocationId, schoolYear, unnamed: `${unnamed} ${i}`, hash: sha256 };
    return { ...describeGroup(isOnly ? group : nameless, of), name: group.name };
  });
}
