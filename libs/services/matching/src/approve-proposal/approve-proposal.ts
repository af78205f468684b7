import { Injectable } from '@nestjs/common';
import { atField, type ApproveBody } from '#libs/contracts';
import { instantOf, localDateOfDay, toOffsetIso } from '#libs/facts';
import {
  appointmentWindow,
  costs,
  explain,
  groupsNeeded,
  warnings,
  type OfferSlot,
  type RequestNeed,
} from '#libs/matching-engine';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  InjectAggregates,
  can,
  idFrom,
  refuseAccess,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { approve } from '../domain/life.js';
import { refuse } from '../domain/match.errors.js';
import type { Match } from '../domain/match.js';
import { MarketPlace } from '../market/market-place.js';
import { Propose, timeOfSlot } from '../market/propose.js';
import { matchesAggregate } from '../matching.collection.js';

@Injectable()
export class ApproveProposal {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly place: MarketPlace,
    private readonly propose: Propose,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the match and asks `offers` to hold its place; who wins it is decided there.
   * @throws Refusal `matches.…`; idempotent by the command's key
   */
  async execute(body: ApproveBody, actor: Actor, cause: CommandCause): Promise<Outcome<Match>> {
    const id = idFrom(cause);
    const earlier = await this.matches.get(id);
    const made = earlier ? { state: earlier.state } : this.decide(id, body, actor);
    return this.matches.create(id, cause, made, 202);
  }

  private decide(id: string, body: ApproveBody, actor: Actor) {
    const { market } = this.place;
    const request = market.request(body.requestId);
    const need = market.needOf(body.requestId);
    if (!request || !need) throw refuse('matches.request-unknown', unknown('requestId'));
    if (!can(actor, 'proposals.decide', { regions: [request.regionId] }))
      throw refuseAccess('access.not-yours', unknown('requestId'));
    const slot = market.slot(slotIdOf(body));
    if (!slot) throw refuse('matches.slot-unknown', unknown('slotId'));
    this.mustBePossible(body.requestId, request.state, slot);
    const context = market.contextOf(request.regionId, this.clock.now());
    const explanation = explain(need, slot, context);
    const time = timeOfSlot(slot);
    const state: Omit<Match, 'state' | 'history' | 'nextAt'> = {
      requestId: body.requestId,
      offerId: slot.offerId,
      regionId: request.regionId,
      schoolLocationId: request.schoolLocationId,
      organisationId: slot.organisationId,
      origin: 'proposed',
      question: 1,
      sessions: [
        {
          id: `${id}-1`,
          slotId: slot.slotId,
          ...time,
          groups: request.groups.map(({ groupId, pupils }) => ({ groupId, pupils })),
        },
      ],
      exact: false,
      costs: costs(need, slot),
      schoolSaidYes: false,
      partnerSaidYes: false,
      calendarSequence: 0,
      title: market.offer(slot.offerId)?.title ?? request.title,
      askers: [...new Set([request.madeBy, request.contactId])],
      needs: [{ slotId: slot.slotId, offerId: slot.offerId, groups: groupsNeeded(need, slot) }],
      allowed: slot.promise === 'firm' ? [time] : allowedTimes(need, slot),
      minutes: slot.durationMinutes * slot.lessonsPerVisit,
      promise: slot.promise,
      questionWorkingDays: market.region(request.regionId)?.settings.questionWorkingDays ?? 7,
      acceptedBy: {},
      decidedOn: {
        score: explanation.score,
        explanation,
        warnings: warnings(need, slot),
        despite: body.despite ?? [],
        regionPaysCents: body.regionPaysCents ?? null,
      },
      obstacle: null,
      ended: null,
      attention: null,
    };
    return approve(state, { actor: actor.id, now: this.clock.now() });
  }

  private mustBePossible(requestId: string, state: string, slot: OfferSlot): void {
    const { market } = this.place;
    const live = market.liveMatchOf(requestId);
    if (live) throw refuse('matches.already-matched', { facts: { matchId: live } });
    if (state !== 'open' && state !== 'partly-met')
      throw refuse('matches.request-not-open', { facts: { state } });
    if (market.isExcluded(requestId, slot)) throw refuse('matches.excluded');
    const failures = this.propose.failuresOf(requestId, slot) ?? [];
    if (failures.length > 0) {
      throw refuse('matches.does-not-fit', {
        detail: failures.map(({ sentence }) => sentence.nl).join(' '),
        facts: {
          failures: failures.map(({ condition, by, sentence }) => ({ condition, by, sentence })),
          alternatives: this.propose.alternativesFor(requestId),
        },
      });
    }
  }
}

const unknown = (path: string) => ({ errors: [{ path, code: 'known', message: 'is not known here (yet)' }] });

function slotIdOf({ slotId, slotIds }: ApproveBody): string {
  const named = [...(slotId ? [slotId] : []), ...(slotIds ?? [])];
  if (named.length !== 1) throw refuse('matches.one-slot', atField('slotId', 'one-of', 'name one slot'));
  return named[0] as string;
}

function allowedTimes(need: RequestNeed, slot: OfferSlot) {
  const date = localDateOfDay(slot.day);
  return appointmentWindow(need, slot).map(({ startMinute, endMinute }) => ({
    start: toOffsetIso(instantOf(date, startMinute)),
    end: toOffsetIso(instantOf(date, endMinute)),
  }));
}
