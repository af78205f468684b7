import { Controller, Get, Query } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Aggregates, InjectAggregates, Policy, type Actor, CurrentActor } from '#libs/runtime';
import type { Match } from '../domain/match.js';
import { viewFor } from '../match.view.js';
import { matchesAggregate } from '../matching.collection.js';

class AgreedMatchesQuery {
  /** `school:<location>` or `organisation:<id>` */
  @Matches(/^(school|organisation):[^|]{1,200}$/) owner: string;
}

const most = 500;

/** For other services of ours, which use the answer and do not keep it. */
@Controller('internal/agreed-matches')
export class ServeMatchesController {
  constructor(@InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>) {}

  /** What both sides of it said yes to and is still to come, newest first. */
  @Get()
  @Policy('matches.serve')
  async list(@Query() { owner }: AgreedMatchesQuery, @CurrentActor() actor: Actor) {
    const query = { equals: `${owner}|confirmed`, order: 'descending', limit: most } as const;
    const { items } = await this.matches.find('byOwner', query);
    return { items: items.map((match) => viewFor(match, actor)) };
  }
}
