import { Injectable } from '@nestjs/common';
import type { PatchGroupBody } from '#libs/contracts';
import { Aggregates, InjectAggregates, type Actor, type CommandCause, type Outcome } from '#libs/runtime';
import { changeGroup, groupChanged, type Group } from '../domain/group.js';
import { SchoolGroups } from '../find-groups/school-groups.js';
import { groups } from '../groups.collection.js';
import { missing } from '../missing.js';

interface ChangeGroupCommand {
  readonly id: string;
  readonly body: PatchGroupBody;
  readonly actor: Actor;
}

@Injectable()
export class ChangeGroup {
  constructor(
    @InjectAggregates(groups) private readonly groups: Aggregates<Group>,
    private readonly school: SchoolGroups,
  ) {}

  /** @throws Refusal `aggregate.missing` outside the actor's scope, `groups.…` */
  async execute({ id, body, actor }: ChangeGroupCommand, cause: CommandCause): Promise<Outcome<Group>> {
    const group = await this.groups.get(id);
    if (!group) throw missing();
    const { schoolLocationId } = group.state;
    await this.school.location(schoolLocationId, actor, 'groups.change');
    await this.school.checkTeachers(body.teachers ?? [], schoolLocationId);
    return this.groups.change(id, cause, (current) => {
      const state = changeGroup(current, body);
      return state && { state, events: [groupChanged(state)] };
    });
  }
}
