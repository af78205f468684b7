import { Body, Controller, Param, Patch } from '@nestjs/common';
import { PatchRequestBody, RequestView } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { viewFor } from '../request.view.js';
import { ChangeRequest } from './change-request.js';

@Controller('api/requests')
export class ChangeRequestController {
  constructor(private readonly useCase: ChangeRequest) {}

  @Patch(':id')
  @Policy('requests.change')
  @Answers(RequestView)
  async change(
    @Param('id') id: string,
    @Body() body: PatchRequestBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document } = await this.useCase.execute(id, body, actor, cause);
    return new Answer(viewFor(document, actor), document.rev);
  }
}
