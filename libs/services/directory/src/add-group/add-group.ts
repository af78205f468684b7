import { Injectable } from '@nestjs/common';
import { atField, type PostGroupBody } from '#libs/contracts';
import { describeGroup } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  InjectAggregates,
  refuseChange,
  sha256,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { checkDescription, groupChanged, knownGroup, type Group } from '../domain/group.js';
import { refuse } from '../domain/group.errors.js';
import { SchoolGroups } from '../find-groups/school-groups.js';
import { groups } from '../groups.collection.js';

interface AddGroupCommand {
  readonly schoolLocationId: string;
  readonly schoolYear: string | undefined;
  readonly body: PostGroupBody;
  readonly actor: Actor;
}

@Injectable()
export class AddGroup {
  constructor(
    @InjectAggregates(groups) private readonly groups: Aggregates<Group>,
    private readonly school: SchoolGroups,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `aggregate.missing` outside the actor's scope, `groups.…` */
  async execute(command: AddGroupCommand, cause: CommandCause): Promise<Outcome<Group>> {
    const { schoolLocationId, body, actor } = command;
    const location = await this.school.location(schoolLocationId, actor, 'groups.change');
    const schoolYear = this.school.year(command.schoolYear);
    checkDescription(body, location.sectors);
    await this.school.checkTeachers(body.teachers ?? [], schoolLocationId);
    const of = { schoolLocationId, schoolYear, unnamed: '', hash: sha256 };
    const at = { schoolLocationId, regionIds: location.regionIds, schoolYear, now: this.clock.now() };
    const state = { ...knownGroup(describeGroup(body, of), at), teachers: body.teachers ?? [] };
    await this.mustBeOneGroup(state, cause);
    const outcome = await this.groups.create(state.id, cause, { state, events: [groupChanged(state)] });
    const ours = outcome.document.keys.some(({ key }) => key === cause.key);
    if (outcome.repeated && !ours)
      throw refuse('groups.exists', {
        ...atField('name', 'taken', `${schoolYear} has this group already`),
        facts: { groupId: state.id },
      });
    return outcome;
  }

  /** A group's id follows from its name, so that a key sent again with another name would make another group. */
  private async mustBeOneGroup(
    { id, schoolLocationId, schoolYear }: Group,
    { key }: CommandCause,
  ): Promise<void> {
    const equals = `${schoolLocationId} ${schoolYear}`;
    const { items } = await this.groups.find('byYear', { equals, limit: 1000 });
    if (items.some((other) => other.id !== id && other.keys.some((one) => one.key === key)))
      throw refuseChange('command.key-reused');
  }
}
