import { Injectable } from '@nestjs/common';
import {
  Aggregates,
  InjectAggregates,
  can,
  refuseChange,
  type Action,
  type Actor,
  type Aggregate,
} from '#libs/runtime';
import { ownersOf, type Round } from '../domain/round.js';
import { roundsAggregate } from '../matching.collection.js';

@Injectable()
export class ShowRound {
  constructor(@InjectAggregates(roundsAggregate) private readonly rounds: Aggregates<Round>) {}

  /** @throws Refusal `aggregate.missing` when there is none, or none that concerns the actor */
  async execute(
    id: string,
    actor: Actor,
    action: Extract<Action, 'rounds.read' | 'rounds.plan'>,
  ): Promise<Aggregate<Round>> {
    const round = await this.rounds.get(id);
    if (!round || !can(actor, action, ownersOf(round.state))) throw refuseChange('aggregate.missing');
    return round;
  }
}
