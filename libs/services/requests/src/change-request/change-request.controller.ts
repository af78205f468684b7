import { Body, Controller, Param, Patch } from '@nestjs/common';
import { PatchRequestBody } from '#libs/contracts';
import { Answer, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { viewOf } from '../request.view.js';
import { ChangeRequest } from './change-request.js';

@Controller('api/requests')
export class ChangeRequestController {
  constructor(private readonly useCase: ChangeRequest) {}

  @Patch(':id')
  @Policy('requests.change')
  async change(
    @Param('id') id: string,
    @Body() body: PatchRequestBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document } = await this.useCase.execute(id, body, actor, cause);
    return new Answer(viewOf(document), document.rev);
  }
}
