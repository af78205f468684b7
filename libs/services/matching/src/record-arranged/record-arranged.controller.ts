import { Body, Controller, Headers, Post } from '@nestjs/common';
import { ArrangedBody, MatchView } from '#libs/contracts';
import { Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { AnswerHeld } from '../make-match/answer-held.js';
import { RecordArranged } from './record-arranged.js';

@Controller('api/matches')
export class RecordArrangedController {
  constructor(
    private readonly useCase: RecordArranged,
    private readonly held: AnswerHeld,
  ) {}

  /** The other side is asked "klopt dit?"; what lies in the past counts as held at once. */
  @Post('arranged')
  @Policy('matches.arrange')
  @Answers(MatchView, 201, 202)
  async record(
    @Body() body: ArrangedBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
    @Headers('prefer') prefer?: string,
  ) {
    const { document } = await this.useCase.execute(body, actor, cause);
    return this.held.execute(document, actor, prefer);
  }
}
