import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import { MatchView, RepeatBody } from '#libs/contracts';
import { Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { AnswerHeld } from '../make-match/answer-held.js';
import { RepeatMatch } from './repeat-match.js';

@Controller('api/matches')
export class RepeatMatchController {
  constructor(
    private readonly useCase: RepeatMatch,
    private readonly held: AnswerHeld,
  ) {}

  /** Two yeses confirm; the side that asks for it has said the first. */
  @Post(':id/repeat')
  @Policy('matches.answer')
  @Answers(MatchView, 201, 202)
  async repeat(
    @Param('id') id: string,
    @Body() body: RepeatBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
    @Headers('prefer') prefer?: string,
  ) {
    const { document } = await this.useCase.execute(id, body, actor, cause);
    return this.held.execute(document, actor, prefer);
  }
}
