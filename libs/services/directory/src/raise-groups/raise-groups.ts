import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  sha256,
  type Aggregate,
  type DueCause,
} from '#libs/runtime';
import { groupChanged, nextYearsGroup, type Group } from '../domain/group.js';
import { groups } from '../groups.collection.js';

/** Each 1 August: every known group is proposed for the new year, a grade higher. What the school made itself stays. */
@Injectable()
export class RaiseGroups implements OnModuleInit {
  constructor(
    @InjectAggregates(groups) private readonly groups: Aggregates<Group>,
    private readonly clock: Clock,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(groups, (document, cause) => this.execute(document, cause));
  }

  async execute({ id, state }: Aggregate<Group>, cause: DueCause): Promise<void> {
    const next = nextYearsGroup(state, sha256, this.clock.now());
    if (next) await this.groups.create(next.id, cause, { state: next, events: [groupChanged(next)] });
    await this.groups.change(id, cause, (current) =>
      current.raiseAt === state.raiseAt ? { state: { ...current, raiseAt: null } } : null,
    );
  }
}
