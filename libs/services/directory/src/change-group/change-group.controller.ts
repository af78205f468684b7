import { Body, Controller, Param, Patch } from '@nestjs/common';
import { GroupView, PatchGroupBody } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { groupView } from '../find-groups/group.view.js';
import { ChangeGroup } from './change-group.js';

@Controller('api/groups')
export class ChangeGroupController {
  constructor(private readonly change: ChangeGroup) {}

  @Patch(':id')
  @Policy('groups.change')
  @Answers(GroupView)
  async patch(
    @Param('id') id: string,
    @Body() body: PatchGroupBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document } = await this.change.execute({ id, body, actor }, cause);
    return new Answer(groupView(document), document.rev);
  }
}
