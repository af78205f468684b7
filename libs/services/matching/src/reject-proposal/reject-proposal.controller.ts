import { Body, Controller, Param, Post } from '@nestjs/common';
import { ProposalRejected, RejectProposalBody, RejectionView, atField, event } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  can,
  idFrom,
  refuseChange,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { refuse } from '../domain/match.errors.js';
import { MarketPlace } from '../market/market-place.js';
import { rejectionsAggregate, type Rejection } from '../matching.collection.js';

@Controller('api/proposals')
export class RejectProposalController {
  constructor(
    @InjectAggregates(rejectionsAggregate) private readonly rejections: Aggregates<Rejection>,
    private readonly place: MarketPlace,
  ) {}

  /** Keeps the slot, or the whole offer, from being proposed to this request again. */
  @Post(':requestId/reject')
  @Policy('proposals.decide')
  @Answers(RejectionView, 201)
  async reject(
    @Param('requestId') requestId: string,
    @Body() body: RejectProposalBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    if ((body.slotId == null) === (body.offerId == null)) {
      throw refuse('matches.slot-or-offer', atField('slotId', 'one-of', 'name slotId or offerId'));
    }
    const request = this.place.market.request(requestId);
    if (!request || !can(actor, 'proposals.decide', { regions: [request.regionId] }))
      throw refuseChange('aggregate.missing');
    const { regionId, schoolLocationId } = request;
    const { slotId = null, offerId = null, reason } = body;
    const state: Rejection = { requestId, regionId, schoolLocationId, slotId, offerId, reason, by: actor.id };
    const told = event(ProposalRejected, {
      requestId,
      ...(slotId ? { slotId } : {}),
      ...(offerId ? { offerId } : {}),
    });
    const { document, status } = await this.rejections.create(idFrom(cause), cause, {
      state,
      events: [told],
    });
    this.place.market.putRejection(state);
    return new Answer({ id: document.id, ...document.state }, document.rev, status);
  }
}
