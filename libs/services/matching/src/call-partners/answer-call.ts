import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refusal, atField, type AnswerCallBody } from '#libs/contracts';
import { parseOffsetIso, toOffsetIso, utcOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  can,
  refuseChange,
  sha256,
  type Actor,
  type Cause,
  type CommandCause,
  type DueCause,
  type Outcome,
} from '#libs/runtime';
import { answerCall, matched, whenDue, type Call } from '../domain/call.js';
import { refuse } from '../domain/call.errors.js';
import { make } from '../domain/life.js';
import type { Match } from '../domain/match.js';
import { matchInSlots, passable } from '../make-match/match-in-slots.js';
import { MarketPlace } from '../market/market-place.js';
import { callsAggregate, matchesAggregate } from '../matching.collection.js';

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
    this.due.handle(callsAggregate, ({ id }, cause) => this.calls.change(id, cause, whenDue));
  }

  /** @throws Refusal `calls.…` */
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
    const offerId = body.offerId ?? sha256(`call ${id}`).slice(0, 32);
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
    return this.calls.change(id, cause, (state) => answerCall(state, answer, title, body.offerId == null));
  }

  /** An offer is there or changed: whoever answered a call with it gets the match. */
  async offerIsThere(offerId: string, trace: Cause): Promise<void> {
    const { items } = await this.calls.find('awaitsOffer', { equals: offerId, limit: 100 });
    const { actor, correlationId, causationId } = trace;
    const cause: DueCause = { kind: 'due', actor, correlationId, causationId };
    for (const { id, state } of items) {
      const matchId = sha256(`match of call ${id}`).slice(0, 32);
      const made = this.matchFor(matchId, state);
      if (!made) continue;
      await this.matches.create(matchId, cause, made);
      await this.calls.change(id, cause, (call) => matched(call, matchId));
    }
  }

  private mustOffer(offerId: string, organisationId: string): void {
    const offer = this.place.market.offer(offerId);
    if (offer?.organisationId !== organisationId || offer.state !== 'published')
      throw refuse(
        'calls.offer-not-yours',
        atField('offerId', 'organisation', 'is no published offer of yours'),
      );
  }

  private matchFor(id: string, { requestId, answer, madeBy }: Call) {
    const { market } = this.place;
    const request = market.request(requestId);
    const need = market.needOf(requestId);
    const groups = market.openGroupsOf(requestId);
    const slot = answer && market.slot(answer.slotId);
    const offer = answer && market.offer(answer.offerId);
    if (!request || !need || !slot || !offer || groups.length === 0) return undefined;
    const despite = passable.map((condition) => ({ condition, reason: 'De partner zei ja op een oproep.' }));
    try {
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
        standing: ['partner', ...(request.confirm === 'at-once' ? (['school'] as const) : [])],
        questionWorkingDays: market.region(request.regionId)?.settings.questionWorkingDays ?? 7,
        optionWorkingDays: null,
        askers: [...new Set([request.madeBy, request.contactId])],
        note: '',
      });
      const onlyPassed = { ...wanted.decidedOn, despite: [] };
      return make({ ...wanted, decidedOn: onlyPassed }, { actor: madeBy, now: this.clock.now() });
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}
