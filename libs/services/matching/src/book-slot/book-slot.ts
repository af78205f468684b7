import { Injectable } from '@nestjs/common';
import type { BookSlotBody, CostsPreviewView, OfferSnapshot } from '#libs/contracts';
import { localDateOf, localDateOfDay, schoolYearOf, toOffsetIso } from '#libs/facts';
import type { OfferSlot } from '#libs/matching-engine';
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
import { keptUntil, type Round } from '../domain/round.js';
import { matchInSlots } from '../make-match/match-in-slots.js';
import { SchoolSide, wishOf, type Booker } from '../make-match/school-side.js';
import { MarketPlace } from '../market/market-place.js';
import { hasBegun } from '../market/time-of-slot.js';
import { matchesAggregate, roundsAggregate } from '../matching.collection.js';

/** A school takes a firm slot itself. */
@Injectable()
export class BookSlot {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    @InjectAggregates(roundsAggregate) private readonly rounds: Aggregates<Round>,
    private readonly place: MarketPlace,
    private readonly school: SchoolSide,
    private readonly contacts: KnownContacts,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `matches.…`; idempotent by the command's key */
  async execute(
    slotId: string,
    body: BookSlotBody,
    actor: Actor,
    cause: CommandCause,
  ): Promise<Outcome<Match>> {
    const id = idFrom(cause);
    const earlier = await this.matches.get(id);
    const made = earlier ? { state: earlier.state } : await this.decide(id, slotId, body, actor);
    return this.matches.create(id, cause, made, 202);
  }

  /** What it would cost. @throws as `execute` */
  async preview(slotId: string, body: BookSlotBody, actor: Actor): Promise<CostsPreviewView> {
    const { state } = await this.decide('preview', slotId, body, actor);
    return { costs: state.costs };
  }

  private async decide(id: string, slotId: string, body: BookSlotBody, actor: Actor): Promise<Made> {
    const { schoolLocationId, note = '', option = false } = body;
    const { location, regionId } = this.school.of(body, actor, 'slots.book');
    const { slot, offer } = this.bookable(slotId);
    const place = { regions: [regionId], school: schoolLocationId };
    await this.contacts.mustBe(body.contactId, actor, 'matches.answer', place);
    await this.mustNotBeKept(regionId, slot.offerId);
    const groups = this.school.groups(body.groups, schoolLocationId, location, {
      unnamed: id,
      schoolYear: schoolYearOf(localDateOfDay(slot.day)),
    });
    const contactId = body.contactId ?? actor.id;
    const by = { schoolLocationId, regionId, groups, contactId, by: actor.id };
    return this.booking(id, slot, offer, by, note, option);
  }

  /** A booking; also for whoever waited for the place. @throws matches.does-not-fit, matches.school-location-unknown */
  booking(
    id: string,
    slot: OfferSlot,
    offer: OfferSnapshot,
    by: Booker,
    note: string,
    asOption: boolean,
  ): Made {
    const { market } = this.place;
    const now = this.clock.now();
    const { regionId } = by;
    const wish = wishOf(offer, slot.offerId, by, localDateOfDay(slot.day), toOffsetIso(now));
    const need = market.needFor(id, wish);
    const region = market.region(regionId);
    if (!need || !region) throw refuse('matches.school-location-unknown');
    const wanted = matchInSlots({
      id,
      origin: 'booked',
      wish,
      need,
      slots: [slot],
      offer,
      context: market.contextOf(regionId, now),
      despite: [],
      standing: ['school', 'partner'],
      questionWorkingDays: region.settings.questionWorkingDays,
      optionWorkingDays: asOption ? region.settings.optionWorkingDays : null,
      askers: [...new Set([by.by, by.contactId])],
      note,
    });
    return make(wanted, { actor: by.by, now });
  }

  /** @throws matches.slot-unknown, matches.not-firm, matches.book-at-own-site, matches.slot-in-past */
  bookable(slotId: string): { slot: OfferSlot; offer: OfferSnapshot } {
    const { market } = this.place;
    const slot = market.slot(slotId);
    const offer = slot && market.offer(slot.offerId);
    if (!slot || !offer) throw refuse('matches.slot-unknown');
    if (offer.bookVia === 'own-site')
      throw refuse('matches.book-at-own-site', { facts: { bookUrl: offer.bookUrl ?? null } });
    if (offer.promise !== 'firm') throw refuse('matches.not-firm');
    if (hasBegun(slot, this.clock.now())) throw refuse('matches.slot-in-past');
    return { slot, offer };
  }

  private async mustNotBeKept(regionId: string, offerId: string): Promise<void> {
    const today = localDateOf(this.clock.now());
    const { items } = await this.rounds.find('byOwner', {
      equals: `region:${regionId}`,
      order: 'descending',
      limit: 100,
    });
    for (const { state } of items) {
      const until = keptUntil(state, offerId, today);
      if (until) throw refuse('matches.kept-for-round', { facts: { round: state.name, until } });
    }
  }
}
