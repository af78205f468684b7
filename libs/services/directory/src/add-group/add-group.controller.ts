import { Body, Controller, Param, Post, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { GroupView, PostGroupBody, Text } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { groupView } from '../find-groups/group.view.js';
import { AddGroup } from './add-group.js';

class AddGroupQuery {
  /** `2026-2027`; default: the school year it is. */
  @IsOptional() @Text(9) schoolYear?: string;
}

@Controller('api/school-locations')
export class AddGroupController {
  constructor(private readonly add: AddGroup) {}

  @Post(':id/groups')
  @Policy('groups.change')
  @Answers(GroupView, 201)
  async post(
    @Param('id') schoolLocationId: string,
    @Query() { schoolYear }: AddGroupQuery,
    @Body() body: PostGroupBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const command = { schoolLocationId, schoolYear, body, actor };
    const { document, status } = await this.add.execute(command, cause);
    return new Answer(groupView(document), document.rev, status);
  }
}
