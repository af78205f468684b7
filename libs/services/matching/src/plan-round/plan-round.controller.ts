import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RoundView } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { askForPlan, cancelPlan, type Round } from '../domain/round.js';
import { ShowRound } from '../list-rounds/show-round.js';
import { roundsAggregate } from '../matching.collection.js';
import { roundView } from '../round.view.js';

@Controller('api/rounds')
export class PlanRoundController {
  constructor(
    @InjectAggregates(roundsAggregate) private readonly rounds: Aggregates<Round>,
    private readonly show: ShowRound,
    private readonly clock: Clock,
  ) {}

  /** 202: the plan is being made; the round says how far it is. A plan that is there is made anew. */
  @Post(':id/plan')
  @HttpCode(202)
  @Policy('rounds.plan')
  @Answers(RoundView, 202)
  async plan(@Param('id') id: string, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    await this.show.execute(id, actor, 'rounds.plan');
    const { document, status } = await this.rounds.change(
      id,
      cause,
      (round) => askForPlan(round, actor.id, this.clock.now()),
      202,
    );
    return new Answer(roundView(document), document.rev, status);
  }

  @Post(':id/plan/cancel')
  @HttpCode(200)
  @Policy('rounds.plan')
  @Answers(RoundView)
  async cancel(@Param('id') id: string, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    await this.show.execute(id, actor, 'rounds.plan');
    const { document, status } = await this.rounds.change(id, cause, cancelPlan);
    return new Answer(roundView(document), document.rev, status);
  }
}
