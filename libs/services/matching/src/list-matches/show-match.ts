import { Injectable } from '@nestjs/common';
import type { Side } from '#libs/contracts';
import {
  Aggregates,
  InjectAggregates,
  can,
  refuseAccess,
  refuseChange,
  type Actor,
  type Aggregate,
} from '#libs/runtime';
import { refuse } from '../domain/match.errors.js';
import { ownersOf, type Match } from '../domain/match.js';
import { matchesAggregate } from '../matching.collection.js';

@Injectable()
export class ShowMatch {
  constructor(@InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>) {}

  /** @throws Refusal `aggregate.missing` also for what the actor may not see. */
  async execute(id: string, actor: Actor): Promise<Aggregate<Match>> {
    const document = await this.matches.get(id);
    if (!document || !can(actor, 'matches.read', { ...ownersOf(document.state), match: id }))
      throw refuseChange('aggregate.missing');
    return document;
  }

  /** @throws as `execute`; Refusal `access.not-allowed` for a match of a colleague's request */
  async forAnswer(id: string, actor: Actor): Promise<Aggregate<Match>> {
    const document = await this.execute(id, actor);
    const resource = { ...ownersOf(document.state), madeBy: document.state.askers, match: id };
    if (!can(actor, 'matches.answer', resource)) throw refuseAccess('access.not-allowed');
    const link = actor.roles.find(({ role }) => role === 'link');
    if (link && !asksThat(document.state, link.question)) throw refuse('matches.has-changed');
    return document;
  }

  /** The side that this person answers for. @throws as `forAnswer`; matches.side-needed, matches.how-needed */
  async sideOf(id: string, actor: Actor, stated: { onBehalfOf?: Side; how?: string }): Promise<Side> {
    const { state } = await this.forAnswer(id, actor);
    const own = ownSide(actor, state);
    const side = stated.onBehalfOf ?? own;
    if (!side)
      throw refuse('matches.side-needed', {
        errors: [{ path: 'onBehalfOf', code: 'required', message: 'is required' }],
      });
    if (side !== own && !stated.how) {
      throw refuse('matches.how-needed', {
        errors: [{ path: 'how', code: 'required', message: 'is required with onBehalfOf' }],
      });
    }
    return side;
  }
}

/** Is this the question it asks now, of the appointment or of a change of it? */
function asksThat({ question, wanted }: Match, asked: number | undefined): boolean {
  return asked === (wanted?.phase === 'asked' ? wanted.question : question);
}

/** The side a person belongs to; undefined for a coordinator. */
export function ownSide(actor: Actor, match: Match): Side | undefined {
  const link = actor.roles.find(({ role }) => role === 'link');
  if (link) return link.side;
  if (actor.roles.some(({ schoolLocationId }) => schoolLocationId === match.schoolLocationId))
    return 'school';
  if (actor.roles.some(({ organisationId }) => organisationId === match.organisationId)) return 'partner';
  return undefined;
}
