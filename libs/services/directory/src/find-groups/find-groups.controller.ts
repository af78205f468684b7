import { Controller, Get, Param, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { GroupView, Text } from '#libs/contracts';
import {
  Aggregates,
  AnswersPage,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  pageOf,
  type Actor,
} from '#libs/runtime';
import type { Group } from '../domain/group.js';
import { groups } from '../groups.collection.js';
import { groupView } from './group.view.js';
import { SchoolGroups } from './school-groups.js';

class FindGroupsQuery extends PageQuery {
  /** `2026-2027`; default: the school year it is. */
  @IsOptional() @Text(9) schoolYear?: string;
}

@Controller('api/school-locations')
export class FindGroupsController {
  constructor(
    @InjectAggregates(groups) private readonly groups: Aggregates<Group>,
    private readonly school: SchoolGroups,
  ) {}

  @Get(':id/groups')
  @Policy('groups.read')
  @AnswersPage(GroupView)
  async list(@Param('id') id: string, @Query() query: FindGroupsQuery, @CurrentActor() actor: Actor) {
    await this.school.location(id, actor, 'groups.read');
    const equals = `${id} ${this.school.year(query.schoolYear)}`;
    const page = await this.groups.find('byYear', { equals, ...pageOf(query) });
    return { items: page.items.map(groupView), next: page.next };
  }
}
