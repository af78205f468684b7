import { Body, Controller, Headers, Post } from '@nestjs/common';
import { ApproveBody } from '#libs/contracts';
import { Answer, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { refuse } from '../domain/match.errors.js';
import { Propose } from '../market/propose.js';
import { viewFor } from '../match.view.js';
import { ApproveProposal } from './approve-proposal.js';
import { AwaitHold } from './await-hold.js';

const longestWait = 10;

@Controller('api/matches')
export class ApproveProposalController {
  constructor(
    private readonly useCase: ApproveProposal,
    private readonly hold: AwaitHold,
    private readonly propose: Propose,
  ) {}

  /** 202 while the place is being secured, 201 once it is, 409 with alternatives when somebody else was first. */
  @Post()
  @Policy('proposals.decide')
  async approve(
    @Body() body: ApproveBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
    @Headers('prefer') prefer?: string,
  ) {
    const { document } = await this.useCase.execute(body, actor, cause);
    const seconds = Math.min(longestWait, Number(/wait=(\d+)/.exec(prefer ?? '')?.[1] ?? 0));
    const match = await this.hold.settled(document, seconds);
    if (match.state.state === 'refused') {
      throw refuse('matches.refused', {
        facts: {
          matchId: match.id,
          obstacle: match.state.obstacle,
          alternatives: this.propose.alternativesFor(match.state.requestId),
        },
      });
    }
    const status = match.state.state === 'holding' ? 202 : 201;
    return new Answer(viewFor(match, actor), match.rev, status, { location: `/api/matches/${match.id}` });
  }
}
