import { Body, Controller, Headers, Post } from '@nestjs/common';
import { ApproveBody, MatchView } from '#libs/contracts';
import { Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { AnswerHeld } from '../make-match/answer-held.js';
import { ApproveProposal } from './approve-proposal.js';

@Controller('api/matches')
export class ApproveProposalController {
  constructor(
    private readonly useCase: ApproveProposal,
    private readonly held: AnswerHeld,
  ) {}

  /** 202 while the place is being secured, 201 once it is, 409 with alternatives when somebody else was first. */
  @Post()
  @Policy('proposals.decide')
  @Answers(MatchView, 201, 202)
  async approve(
    @Body() body: ApproveBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
    @Headers('prefer') prefer?: string,
  ) {
    const { document } = await this.useCase.execute(body, actor, cause);
    return this.held.execute(document, actor, prefer);
  }
}
