import { Injectable } from '@nestjs/common';
import { atField, type ArrangedBody, type MatchSession, type RequestedGroup } from '#libs/contracts';
import { localDateOf, parseOffsetIso, schoolYearOf, toOffsetIso, usualPlaceOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  KnownContacts,
  InjectAggregates,
  idFrom,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { make } from '../domain/life.js';
import { refuse } from '../domain/match.errors.js';
import type { Made, Match } from '../domain/match.js';
import { needsOf } from '../domain/sessions.js';
import { mustEndInTime, mustFollowEachOther } from '../domain/times.js';
import { checkThemes } from '../domain/wish.js';
import { termsOf } from '../make-match/match-in-slots.js';
import { matchOfTimes } from '../make-match/match-of-times.js';
import { SchoolSide } from '../make-match/school-side.js';
import { MarketPlace } from '../market/market-place.js';
import { matchesAggregate } from '../matching.collection.js';

const unknown = (path: string) => ({ errors: [{ path, code: 'known', message: 'is not known here (yet)' }] });

/** Two sides who know each other agreed on something; one of them, or the coordinator, writes it down. */
@Injectable()
export class RecordArranged {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly place: MarketPlace,
    private readonly school: SchoolSide,
    private readonly contacts: KnownContacts,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `matches.…`; idempotent by the command's key */
  async execute(body: ArrangedBody, actor: Actor, cause: CommandCause): Promise<Outcome<Match>> {
    const id = idFrom(cause);
    const earlier = await this.matches.get(id);
    const made = earlier ? { state: earlier.state } : await this.decide(id, body, actor);
    return this.matches.create(id, cause, made, 202);
  }

  private async decide(id: string, body: ArrangedBody, actor: Actor): Promise<Made> {
    const { schoolLocationId, organisationId } = body;
    const { location, regionId, region } = this.school.of(body, actor, 'matches.arrange', organisationId);
    const organisation = this.place.market.organisation(organisationId);
    if (!organisation) throw refuse('matches.organisation-unknown', unknown('organisationId'));
    const place = { regions: [regionId], school: schoolLocationId };
    await this.contacts.mustBe(body.contactId, actor, 'matches.answer', place);
    checkThemes(body.themes);
    const offer = this.offerOf(body);
    this.checkSlots(body);
    const groups: RequestedGroup[] = [];
    const sessions = body.sessions.map((session, i): MatchSession => {
      const time = timeOf(session, i);
      const path = `sessions[${i}].groups`;
      const schoolYear = schoolYearOf(localDateOf(Date.parse(time.start)));
      const described = { unnamed: `${id} ${i}`, schoolYear, path };
      const own = this.school.groups(session.groups, schoolLocationId, location, described);
      for (const group of own)
        if (!groups.some(({ groupId }) => groupId === group.groupId)) groups.push(group);
      return {
        id: `${id}-${i + 1}`,
        ...(session.slotId ? { slotId: session.slotId } : {}),
        ...time,
        groups: own.map(({ groupId, pupils }) => ({ groupId, pupils })),
      };
    });
    mustFollowEachOther(sessions, (_, i) => `sessions[${i}].start`);
    const { schoolCents = 0, regionCents = 0, partnerCents = 0 } = body.costs ?? {};
    const side = sideOf(actor, schoolLocationId, organisationId);
    const wanted = matchOfTimes({
      origin: 'arranged',
      regionId,
      schoolLocationId,
      organisationId,
      ...(offer ? { offer } : {}),
      kind: body.kind,
      title: body.title ?? offer?.snapshot.title ?? organisation.name,
      themes: body.themes,
      place: offer?.snapshot.place ?? usualPlaceOf(body.kind),
      vogPolicy: location.vogPolicy,
      groups,
      sessions,
      needs: offer ? needsOf(sessions, offer.id, termsOf(offer.snapshot)) : [],
      costs: { totalCents: schoolCents + regionCents + partnerCents, schoolCents, regionCents, partnerCents },
      standing: side ? [side] : [],
      questionWorkingDays: region.settings.questionWorkingDays,
      askers: this.askersOf(body, actor, side),
      ...(side === 'partner' ? { partnerContactId: actor.id } : {}),
    });
    return make(wanted, { actor: actor.id, now: this.clock.now() });
  }

  /** Who answers for the school: whoever recorded it, or who is named; else nobody is known yet. */
  private askersOf({ contactId }: ArrangedBody, actor: Actor, side: string | undefined): string[] {
    return [...new Set([...(side === 'school' ? [actor.id] : []), ...(contactId ? [contactId] : [])])];
  }

  private offerOf({ offerId, organisationId }: ArrangedBody) {
    if (!offerId) return undefined;
    const snapshot = this.place.market.offer(offerId);
    if (!snapshot) throw refuse('matches.offer-unknown', unknown('offerId'));
    if (snapshot.organisationId !== organisationId)
      throw refuse(
        'matches.offer-of-another',
        atField('offerId', 'organisation', 'is of another organisation'),
      );
    return { id: offerId, snapshot };
  }

  /** @throws matches.slot-unknown for a slot that is not the offer's */
  private checkSlots({ sessions, offerId }: ArrangedBody): void {
    sessions.forEach(({ slotId }, i) => {
      if (!slotId) return;
      if (!offerId || this.place.market.slot(slotId)?.offerId !== offerId)
        throw refuse('matches.slot-unknown', unknown(`sessions[${i}].slotId`));
    });
  }
}

function timeOf({ start, end }: { start: string; end: string }, i: number) {
  const [from, until] = [parseOffsetIso(start), parseOffsetIso(end)];
  const wrong = (field: string, code: string, message: string) =>
    refuse('matches.time-outside', atField(`sessions[${i}].${field}`, code, message));
  if (from === null) throw wrong('start', 'moment', 'is not a moment that exists');
  if (until === null) throw wrong('end', 'moment', 'is not a moment that exists');
  if (until <= from) throw wrong('end', 'after-start', 'lies before the start');
  mustEndInTime(from, until, `sessions[${i}].end`);
  return { start: toOffsetIso(from), end: toOffsetIso(until) };
}

/** The side that records it, whose yes it is; undefined for a coordinator: then both are asked. */
function sideOf(actor: Actor, schoolLocationId: string, organisationId: string) {
  if (actor.roles.some((role) => role.schoolLocationId === schoolLocationId)) return 'school' as const;
  return actor.roles.some((role) => role.organisationId === organisationId)
    ? ('partner' as const)
    : undefined;
}
