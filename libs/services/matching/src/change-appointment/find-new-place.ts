import { Injectable } from '@nestjs/common';
import { atField, type MatchSession } from '#libs/contracts';
import { closedPeriods, localDateOf, localDateOfDay, parseOffsetIso, toOffsetIso } from '#libs/facts';
import { fits, type OfferSlot } from '#libs/matching-engine';
import { Clock } from '#libs/ports/clock/port';
import type { NewPlace } from '../domain/changes.js';
import { refuse } from '../domain/match.errors.js';
import { timeOf, type AllowedSpan, type Match } from '../domain/match.js';
import { needsOf } from '../domain/sessions.js';
import { impliedSessions, sessionsAt, type NamedTime } from '../domain/times.js';
import { wishOf } from '../make-match/school-side.js';
import { MarketPlace } from '../market/market-place.js';
import { timeOfSlot } from '../market/time-of-slot.js';

/** What a new time or place may never fail, whatever the two sides agree on. */
const never: readonly string[] = ['not-open', 'partner-closed', 'school-closed', 'vog'];

export interface NamedPlace extends NamedTime {
  readonly slotId?: string;
}

/** Where a match would be if somebody had their way: another time in its slot, another slot, or a time between slots. */
@Injectable()
export class FindNewPlace {
  constructor(
    private readonly place: MarketPlace,
    private readonly clock: Clock,
  ) {}

  /** Whether each session lies within what `offers` holds for that session already. */
  isHeld({ heldTimes }: Match, sessions: readonly MatchSession[]): boolean {
    return sessions.every(({ slotId, start, end }, i) => {
      const span = heldTimes[i];
      return (
        span?.slotId === slotId &&
        Date.parse(span?.start ?? '') <= Date.parse(start) &&
        Date.parse(end) <= Date.parse(span?.end ?? '')
      );
    });
  }

  /** @throws matches.slot-unknown, matches.slots-of-one-offer, matches.does-not-fit, matches.time-… */
  execute(match: Match, named: NamedPlace): NewPlace {
    if (this.staysInSlots(match, named)) return this.sameSlots(match, named);
    const slot = named.slotId ? this.slotNamed(match, named.slotId) : this.slotAround(match, named);
    return slot ? this.inSlot(match, slot, named) : this.betweenSlots(match, named);
  }

  private staysInSlots(match: Match, { slotId, start }: NamedPlace): boolean {
    if (slotId) return match.sessions.every((session) => session.slotId === slotId);
    const moment = start == null ? null : parseOffsetIso(start);
    if (moment === null) return true;
    return match.allowed.some(
      (span) => span.slotId && Date.parse(span.start) <= moment && moment < Date.parse(span.end),
    );
  }

  private sameSlots(match: Match, named: NamedTime): NewPlace {
    const sessions = sessionsAt(match, named);
    if (!sessions)
      throw refuse('matches.time-needed', atField('start', 'required', 'is required, or slotId'));
    for (const session of sessions) this.mustBeOpen(match, localDateOf(Date.parse(session.start)));
    return { sessions, needs: needsOf(sessions, match.offerId, match.terms), allowed: match.allowed };
  }

  private slotNamed(match: Match, slotId: string): OfferSlot {
    const slot = this.place.market.slot(slotId);
    if (!slot) throw refuse('matches.slot-unknown', atField('slotId', 'known', 'is not known here (yet)'));
    if (slot.offerId !== match.offerId)
      throw refuse('matches.slots-of-one-offer', atField('slotId', 'one-offer', 'is of another offer'));
    return slot;
  }

  private slotAround({ offerId }: Match, { start }: NamedTime): OfferSlot | undefined {
    const moment = parseOffsetIso(start ?? '');
    if (!offerId || moment === null) return undefined;
    return this.place.market.slotsOf(offerId).find((slot) => {
      const span = timeOfSlot(slot);
      return Date.parse(span.start) <= moment && moment < Date.parse(span.end);
    });
  }

  private inSlot(match: Match, slot: OfferSlot, named: NamedTime): NewPlace {
    const span: AllowedSpan = { slotId: slot.slotId, ...timeOfSlot(slot) };
    this.mustFit(match, slot);
    const { start, end } = span;
    const placed = match.sessions.map((session) => ({ ...session, slotId: slot.slotId, start, end }));
    const timing = { ...match, sessions: placed, allowed: [span] };
    const sessions = sessionsAt(timing, named) ?? impliedSessions(timing);
    if (!sessions)
      throw refuse('matches.time-needed', {
        ...atField('start', 'required', 'is required: the slot is longer than the activity'),
        facts: { allowed: [span] },
      });
    return { sessions, needs: needsOf(sessions, match.offerId, match.terms), allowed: [span] };
  }

  /** Two sides may agree on any time; only a firm programme keeps to its slots. */
  private betweenSlots(match: Match, named: NamedTime): NewPlace {
    if (match.promise === 'firm')
      throw refuse('matches.time-outside', atField('start', 'slot', 'lies in no slot of this offer'));
    const day = 24 * 60 * 60_000;
    const from = parseOffsetIso(named.start ?? '');
    if (from === null)
      throw refuse('matches.time-outside', atField('start', 'moment', 'is not a moment that exists'));
    const anywhere = [{ start: toOffsetIso(from - day), end: toOffsetIso(from + 7 * day) }];
    const withoutSlot = match.sessions.map(({ slotId: _, ...session }): MatchSession => session);
    const sessions = sessionsAt({ ...match, sessions: withoutSlot, allowed: anywhere }, named);
    if (!sessions) throw refuse('matches.time-needed', atField('start', 'required', 'is required'));
    for (const session of sessions) this.mustBeOpen(match, localDateOf(Date.parse(session.start)));
    const span = timeOf({ sessions });
    return { sessions, needs: [], allowed: [span] };
  }

  private mustFit(match: Match, slot: OfferSlot): void {
    const { market } = this.place;
    const { schoolLocationId, regionId, groups, kind, title, themes } = match;
    const by = { schoolLocationId, regionId, groups, contactId: '', by: '' };
    const now = this.clock.now();
    const wish = wishOf(
      { kind, title, themes },
      slot.offerId,
      by,
      localDateOfDay(slot.day),
      toOffsetIso(now),
    );
    const need = market.needFor('', wish);
    if (!need) throw refuse('matches.school-location-unknown');
    const failures = fits(need, slot, market.contextOf(regionId, now)).filter(({ condition }) =>
      never.includes(condition),
    );
    if (failures.length === 0) return;
    throw refuse('matches.does-not-fit', {
      detail: failures.map(({ sentence }) => sentence.nl).join(' '),
      facts: {
        failures: failures.map(({ condition, by: far, sentence }) => ({ condition, by: far, sentence })),
      },
    });
  }

  /** @throws matches.does-not-fit on a day on which the school or the partner is closed */
  private mustBeOpen({ schoolLocationId, organisationId }: Match, date: string): void {
    const { market } = this.place;
    const location = market.location(schoolLocationId);
    const organisation = market.organisation(organisationId);
    const closed = (condition: string, nl: string, en: string) =>
      refuse('matches.does-not-fit', {
        detail: nl,
        facts: { failures: [{ condition, by: {}, sentence: { nl, en } }] },
      });
    if (location && closedPeriods(location, date, date).length > 0)
      throw closed('school-closed', 'De school is dan dicht.', 'The school is closed then.');
    if (organisation?.closed.some(({ from, to }) => from <= date && date <= to))
      throw closed('partner-closed', 'De partner is dan dicht.', 'The partner is closed then.');
  }
}
