import { Injectable } from '@nestjs/common';
import { isUnserved, atField, type ApproveBody, type RequestSnapshot } from '#libs/contracts';
import type { OfferSlot } from '#libs/matching-engine';
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
import { make } from '../domain/life.js';
import { refuse } from '../domain/match.errors.js';
import type { Match } from '../domain/match.js';
import { matchInSlots } from '../make-match/match-in-slots.js';
import { MarketPlace } from '../market/market-place.js';
import { Propose } from '../market/propose.js';
import { hasBegun } from '../market/time-of-slot.js';
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
    const slots = this.slotsOf(body, request);
    if (request.unconfirmed) throw refuse('matches.request-unconfirmed');
    this.mustBeOpen(body.requestId, request.state, slots);
    const wish = market.wishFor(body.requestId, request, this.groupsOf(body, request));
    const own = market.needFor(body.requestId, wish) ?? need;
    const offer = market.offer((slots[0] as OfferSlot).offerId);
    if (!offer) throw refuse('matches.slot-unknown', unknown('slotId'));
    const wanted = matchInSlots({
      id,
      origin: 'proposed',
      requestId: body.requestId,
      wish,
      need: own,
      slots,
      offer,
      context: market.contextOf(request.regionId, this.clock.now()),
      despite: body.despite ?? [],
      ...(body.regionPaysCents == null ? {} : { regionPaysCents: body.regionPaysCents }),
      standing: [
        ...(offer.promise === 'firm' ? (['partner'] as const) : []),
        ...(request.confirm === 'at-once' ? (['school'] as const) : []),
      ],
      questionWorkingDays: market.region(request.regionId)?.settings.questionWorkingDays ?? 7,
      optionWorkingDays: null,
      askers: [...new Set([request.madeBy, request.contactId])],
      note: '',
      alternatives: () => this.propose.alternativesFor(body.requestId),
    });
    return make(wanted, { actor: actor.id, now: this.clock.now() });
  }

  /** In order of time. @throws matches.one-slot, matches.slot-unknown, matches.slots-of-one-offer, matches.split-not-allowed */
  private slotsOf(body: ApproveBody, request: RequestSnapshot): OfferSlot[] {
    const ids = slotIdsOf(body);
    const slots = ids.map((id, i) => {
      const slot = this.place.market.slot(id);
      if (!slot) throw refuse('matches.slot-unknown', unknown(body.slotId ? 'slotId' : `slotIds[${i}]`));
      return slot;
    });
    if (new Set(slots.map(({ offerId }) => offerId)).size > 1)
      throw refuse('matches.slots-of-one-offer', atField('slotIds', 'one-offer', 'are of several offers'));
    if (new Set(slots.map(({ day }) => day)).size > 1 && !request.splitAllowed)
      throw refuse('matches.split-not-allowed', atField('slotIds', 'one-day', 'lie on several days'));
    return slots.sort((a, b) => a.day - b.day || a.startMinute - b.startMinute);
  }

  /** The groups that are approved: those named, else all that have no appointment yet. */
  private groupsOf(
    { requestId, groupIds }: ApproveBody,
    request: RequestSnapshot,
  ): RequestSnapshot['groups'] {
    const { market } = this.place;
    const open = market.openGroupsOf(requestId);
    groupIds?.forEach((id, i) => {
      if (!request.groups.some(({ groupId }) => groupId === id))
        throw refuse('matches.group-unknown', unknown(`groupIds[${i}]`));
    });
    const groups = groupIds ? open.filter(({ groupId }) => groupIds.includes(groupId)) : open;
    if (groups.length === 0 || groups.length < (groupIds?.length ?? 1))
      throw refuse('matches.already-matched', { facts: { matchId: market.liveMatchOf(requestId) ?? null } });
    // Those that came to it after the others had their appointment go together too.
    if (groups.length < open.length && !request.splitAllowed)
      throw refuse(
        'matches.split-not-allowed',
        atField('groupIds', 'all', 'the school wants all groups together'),
      );
    return groups;
  }

  private mustBeOpen(requestId: string, state: RequestSnapshot['state'], slots: readonly OfferSlot[]): void {
    const { market } = this.place;
    if (!isUnserved(state)) throw refuse('matches.request-not-open', { facts: { state } });
    if (slots.some((slot) => market.isExcluded(requestId, slot))) throw refuse('matches.excluded');
    if (slots.some((slot) => hasBegun(slot, this.clock.now()))) throw refuse('matches.slot-in-past');
  }
}

const unknown = (path: string) => ({ errors: [{ path, code: 'known', message: 'is not known here (yet)' }] });

function slotIdsOf({ slotId, slotIds = [] }: ApproveBody): string[] {
  const isOne = slotId != null && slotIds.length === 0;
  const isSeveral = slotId == null && slotIds.length > 0;
  if (!isOne && !isSeveral)
    throw refuse('matches.one-slot', atField('slotId', 'one-of', 'name one slot, or several in slotIds'));
  return [...new Set(slotId != null ? [slotId] : slotIds)];
}
