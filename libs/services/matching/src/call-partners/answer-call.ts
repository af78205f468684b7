import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refusal, atField, isUnserved, type AnswerCallBody, type OfferSnapshot } from '#libs/contracts';
import { answerDeadline, parseOffsetIso, toOffsetIso, utcOf } from '#libs/facts';
import type { OfferSlot } from '#libs/matching-engine';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  can,
  refuseChange,
  sha256,
  type Actor,
  type Aggregate,
  type Cause,
  type CommandCause,
  type DueCause,
  type Outcome,
} from '#libs/runtime';
import { answerCall, answerFailed, matched, whenDue, type Call } from '../domain/call.js';
import { refuse } from '../domain/call.errors.js';
import { make } from '../domain/life.js';
import { snapshotOf, type Match } from '../domain/match.js';
import { dueCause } from '../backfill/freed-places.js';
import { matchInSlots, passable } from '../make-match/match-in-slots.js';
import { MarketPlace } from '../market/market-place.js';
import { callsAggregate, matchesAggregate } from '../matching.collection.js';
import { offerOfAnswer, slotOfAnswer } from './slot-of-answer.js';

/** Working days partners have to say whether they can. */
export const callWorkingDays = 5;

/** What a partner answers to a call becomes a slot, and the slot a match: calling was the coordinator's approval. */
@Injectable()
export class AnswerCall implements OnModuleInit {
  constructor(
    @InjectAggregates(callsAggregate) private readonly calls: Aggregates<Call>,
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly place: MarketPlace,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(callsAggregate, async (call, cause) => {
      await this.settle(call, cause);
      await this.calls.change(call.id, cause, (state) =>
        whenDue(state, this.clock.now(), this.answerByOf(state)),
      );
    });
  }

  /** @throws Refusal `calls.…`; `matches.does-not-fit` when it is known already that it cannot become an appointment */
  async execute(id: string, body: AnswerCallBody, actor: Actor, cause: CommandCause): Promise<Outcome<Call>> {
    const call = await this.calls.get(id);
    const organisationId = call?.state.organisationIds.find((organisation) =>
      can(actor, 'calls.answer', { regions: [], organisation }),
    );
    if (!call || !organisationId) throw refuseChange('aggregate.missing');
    const start = parseOffsetIso(body.start);
    const end = parseOffsetIso(body.end);
    if (start === null || start <= this.clock.now())
      throw refuse('calls.time', atField('start', 'in-future', 'is not a moment in the future'));
    if (end === null || end <= start)
      throw refuse('calls.time', atField('end', 'after-start', 'lies before the start'));
    const offerId = body.offerId ?? idOf('call', call);
    if (body.offerId) this.mustOffer(body.offerId, organisationId);
    const answer = {
      organisationId,
      offerId,
      slotId: `${offerId}.${utcOf(start)}`,
      start: toOffsetIso(start),
      end: toOffsetIso(end),
      by: actor.id,
      at: new Date(this.clock.now()).toISOString(),
    };
    const title = body.title ?? this.place.market.request(call.state.requestId)?.title ?? '';
    const makeOffer = body.offerId == null;
    if (call.state.state === 'open') this.mustFit({ ...call.state, answer }, body.vog ?? 'none');
    const told = { title, makeOffer, ...(makeOffer && body.vog ? { vog: body.vog } : {}) };
    const answered = await this.calls.change(id, cause, (state) => answerCall(state, answer, told));
    // A slot that is there already makes no event that would make the match.
    await this.settle(answered.document, dueCause(cause));
    return { ...answered, document: (await this.calls.get(id)) ?? answered.document };
  }

  /** An offer is there or changed: whoever answered a call with it gets the match. */
  async offerIsThere(offerId: string, trace: Cause): Promise<void> {
    const { items } = await this.calls.find('awaitsOffer', { equals: offerId, limit: 100 });
    const cause = dueCause(trace);
    for (const call of items) await this.settle(call, cause);
  }

  /** Makes the match of an answer once its slot is there; an answer that cannot become one any more has failed. */
  private async settle(call: Aggregate<Call>, cause: DueCause): Promise<void> {
    const { id, state } = call;
    const { answer } = state;
    if (state.state !== 'answered' || !answer) return;
    const matchId = matchOf(call);
    const { market } = this.place;
    try {
      // Made before, perhaps by a process that died: the request has all it asked for by that.
      if (!(await this.matches.get(matchId))) {
        const [slot, offer] = [market.slot(answer.slotId), market.offer(answer.offerId)];
        const made = slot && offer && this.matchFor(matchId, state, slot, offer);
        if (!made) return;
        await this.matches.create(matchId, cause, made);
      }
      await this.calls.change(id, cause, (now) => (isSame(now, state) ? matched(now, matchId) : null));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.calls.change(id, cause, (now) =>
        isSame(now, state) && now.state === 'answered' ? answerFailed(now, this.answerByOf(now)) : null,
      );
    }
  }

  /** The place of a match was refused: when it came of a call, that is open again. */
  async placeRefused({ id, seq, state }: Aggregate<Match>, trace: Cause): Promise<void> {
    if (!state.offerId) return;
    // Its own event may not be here yet: what it was for is looked for again.
    this.place.market.putMatch(id, seq, snapshotOf(state));
    const { items } = await this.calls.find('awaitsOffer', { equals: state.offerId, limit: 100 });
    for (const call of items.filter((each) => matchOf(each) === id))
      await this.calls.change(call.id, dueCause(trace), (now) =>
        isSame(now, call.state) ? answerFailed(now, this.answerByOf(now)) : null,
      );
  }

  /** Until when others may answer, once an answer failed; undefined when nobody is looked for any more. */
  private answerByOf({ requestId, answerBy }: Call): string | undefined {
    const { market } = this.place;
    const request = market.request(requestId);
    if (!request || !isUnserved(request.state) || market.openGroupsOf(requestId).length === 0)
      return undefined;
    return toOffsetIso(Math.max(answerDeadline(this.clock.now(), callWorkingDays), Date.parse(answerBy)));
  }

  /** @throws calls.request-not-open; matches.does-not-fit, which says what does not */
  private mustFit(call: Call, vog: OfferSnapshot['vog']): void {
    const { market } = this.place;
    const { requestId, answer } = call;
    const request = market.request(requestId);
    if (!request || !answer) return;
    const groups = market.openGroupsOf(requestId);
    if (!isUnserved(request.state)) throw refuse('calls.request-not-open');
    const offer = market.offer(answer.offerId) ?? offerOfAnswer(answer, request, vog);
    const organisation = market.organisation(answer.organisationId);
    const slot = market.slot(answer.slotId) ?? slotOfAnswer(answer, offer, groups, organisation);
    if (slot) this.matchFor('', call, slot, offer);
  }

  private mustOffer(offerId: string, organisationId: string): void {
    const offer = this.place.market.offer(offerId);
    if (offer?.organisationId !== organisationId || offer.state !== 'published')
      throw refuse(
        'calls.offer-not-yours',
        atField('offerId', 'organisation', 'is no published offer of yours'),
      );
  }

  /** Undefined while the request is not known here. @throws calls.request-not-open, matches.does-not-fit */
  private matchFor(id: string, { requestId, madeBy }: Call, slot: OfferSlot, offer: OfferSnapshot) {
    const { market } = this.place;
    const request = market.request(requestId);
    const need = market.needOf(requestId);
    const groups = market.openGroupsOf(requestId);
    if (!request || !need) return undefined;
    if (groups.length === 0) throw refuse('calls.request-not-open');
    const despite = passable.map((condition) => ({ condition, reason: 'De partner zei ja op een oproep.' }));
    const wanted = matchInSlots({
      id,
      origin: 'proposed',
      requestId,
      wish: { ...request, groups },
      need,
      slots: [slot],
      offer,
      context: market.contextOf(request.regionId, this.clock.now()),
      despite,
      standing: request.confirm === 'at-once' ? ['school'] : [],
      saidYes: ['partner'],
      questionWorkingDays: market.region(request.regionId)?.settings.questionWorkingDays ?? 7,
      optionWorkingDays: null,
      askers: [...new Set([request.madeBy, request.contactId])],
      note: '',
    });
    return make(wanted, { actor: madeBy, now: this.clock.now() });
  }
}

/** What an answer becomes; another one when an earlier answer came to nothing. */
const idOf = (what: 'call' | 'match of call', { id, state: { failed } }: Aggregate<Call>): string =>
  sha256([what, id, ...(failed ? [failed] : [])].join(' ')).slice(0, 32);

const matchOf = (call: Aggregate<Call>): string => idOf('match of call', call);

/** Is it the same answer still? */
const isSame = (now: Call, before: Call): boolean => now.answer?.at === before.answer?.at;
