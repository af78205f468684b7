import { Body, Controller, Post } from '@nestjs/common';
import { PostRoundBody, RoundView } from '#libs/contracts';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
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
  refuseAccess,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { refuse } from '../domain/round.errors.js';
import { announce, type Round } from '../domain/round.js';
import { MarketPlace } from '../market/market-place.js';
import { roundsAggregate } from '../matching.collection.js';
import { roundView } from '../round.view.js';

@Controller('api/rounds')
export class OpenRoundController {
  constructor(
    @InjectAggregates(roundsAggregate) private readonly rounds: Aggregates<Round>,
    private readonly place: MarketPlace,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `rounds.dates`, `rounds.region-unknown`, `access.not-yours` */
  @Post()
  @Policy('rounds.plan')
  @Answers(RoundView, 201)
  async open(@Body() body: PostRoundBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { region: regionId, name, opensOn, closesOn, answerBy } = body;
    const at = (code: string, message: string) => ({ errors: [{ path: 'region', code, message }] });
    if (!can(actor, 'rounds.plan', { regions: [regionId] }))
      throw refuseAccess('access.not-yours', at('yours', 'is not a region you coordinate'));
    if (!this.place.market.region(regionId))
      throw refuse('rounds.region-unknown', at('known', 'is not known here (yet)'));
    const made = announce(
      { regionId, name, opensOn, closesOn, answerBy, keptOfferIds: body.keptOfferIds ?? [] },
      actor.id,
      localDateOf(this.clock.now()),
    );
    const { document, status } = await this.rounds.create(idFrom(cause), cause, made);
    const { id, rev } = document;
    return new Answer(roundView(document), rev, status, { location: `/api/rounds/${id}` });
  }
}
