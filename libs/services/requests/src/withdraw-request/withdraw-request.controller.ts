import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ReasonBody, RequestView } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { viewFor } from '../request.view.js';
import { WithdrawRequest } from './withdraw-request.js';

@Controller('api/requests')
export class WithdrawRequestController {
  constructor(private readonly useCase: WithdrawRequest) {}

  @Post(':id/withdraw')
  @HttpCode(200)
  @Policy('requests.change')
  @Answers(RequestView)
  async withdraw(
    @Param('id') id: string,
    @Body() body: ReasonBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document, status } = await this.useCase.execute(id, body.reason, actor, cause);
    return new Answer(viewFor(document, actor), document.rev, status);
  }
}
