import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { AnswerCallBody, CallBody, CallView, IdText, isUnserved } from '#libs/contracts';
import { answerDeadline, toOffsetIso } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answer,
  Answers,
  AnswersPage,
  Command,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  can,
  idFrom,
  listScope,
  pageOf,
  refuseChange,
  type Actor,
  type Aggregate,
  type CommandCause,
} from '#libs/runtime';
import { refuse } from '../domain/call.errors.js';
import { callPartners, type Call } from '../domain/call.js';
import { MarketPlace } from '../market/market-place.js';
import { callsAggregate } from '../matching.collection.js';
import { AnswerCall, callWorkingDays } from './answer-call.js';

class ListCallsQuery extends PageQuery {
  @IsOptional() @IdText() region?: string;
}

/** No offer meets it: some partners are asked whether one of them could. */
@Controller('api')
export class CallPartnersController {
  constructor(
    @InjectAggregates(callsAggregate) private readonly calls: Aggregates<Call>,
    private readonly place: MarketPlace,
    private readonly useCase: AnswerCall,
    private readonly clock: Clock,
  ) {}

  @Post('requests/:id/call')
  @Policy('proposals.decide')
  @Answers(CallView, 201)
  async call(
    @Param('id') requestId: string,
    @Body() body: CallBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { market } = this.place;
    const request = market.request(requestId);
    if (!request || !can(actor, 'proposals.decide', { regions: [request.regionId] }))
      throw refuseChange('aggregate.missing');
    if (!isUnserved(request.state) || request.unconfirmed) throw refuse('calls.request-not-open');
    body.organisationIds.forEach((id, i) => {
      if (!market.organisation(id))
        throw refuse('calls.organisation-unknown', {
          errors: [{ path: `organisationIds[${i}]`, code: 'known', message: 'is not known here (yet)' }],
        });
    });
    const { regionId, schoolLocationId } = request;
    const made = callPartners(
      {
        requestId,
        regionId,
        schoolLocationId,
        organisationIds: body.organisationIds,
        note: body.note ?? '',
        answerBy: toOffsetIso(answerDeadline(this.clock.now(), callWorkingDays)),
      },
      actor.id,
    );
    const { document, status } = await this.calls.create(idFrom(cause), cause, made);
    return new Answer(this.viewOf(document), document.rev, status);
  }

  /** Newest first: a coordinator's own, and those that ask the actor's organisation. */
  @Get('calls')
  @Policy('calls.read')
  @AnswersPage(CallView)
  async list(@Query() query: ListCallsQuery, @CurrentActor() actor: Actor) {
    const oneOf = listScope(actor, 'calls.read', query.region);
    if (oneOf.length === 0) return { items: [], next: null };
    const page = await this.calls.find('byOwner', { oneOf, order: 'descending', ...pageOf(query) });
    return { items: page.items.map((call) => this.viewOf(call)), next: page.next };
  }

  /** "We can": the slot comes into being, then the appointment; the school is asked. */
  @Post('calls/:id/answer')
  @HttpCode(200)
  @Policy('calls.answer')
  @Answers(CallView)
  async answer(
    @Param('id') id: string,
    @Body() body: AnswerCallBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document, status } = await this.useCase.execute(id, body, actor, cause);
    return new Answer(this.viewOf(document), document.rev, status);
  }

  private viewOf({ id, rev, state }: Aggregate<Call>): CallView {
    const { nextAt: _, failed: _failed, answer, ...call } = state;
    return {
      ...{ id, rev, ...call, asked: this.askedIn(call) },
      ...{ offerId: answer?.offerId ?? null, slotId: answer?.slotId ?? null },
    };
  }

  private askedIn({ requestId, schoolLocationId }: Pick<Call, 'requestId' | 'schoolLocationId'>) {
    const { market } = this.place;
    const request = market.request(requestId);
    if (!request) return null;
    const { title, kind, windows } = request;
    const school = market.location(schoolLocationId);
    return {
      ...{ title, kind, windows, town: school?.municipality ?? school?.location?.place ?? null },
      groups: request.groups.map(({ sector, grades, levels, pupils }) => ({
        sector,
        grades,
        levels,
        pupils,
      })),
    };
  }
}
