import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { IdText, InboxView, atField } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Answers, CurrentActor, PageQuery, Policy, can, offsetOf, type Actor } from '#libs/runtime';
import { refuse } from '../notification.errors.js';
import { ReadInbox } from './read-inbox.js';

class InboxQuery extends PageQuery {
  /** May be left out by a coordinator: then it is of all regions they coordinate. */
  @IsOptional() @IdText() region?: string;
}

@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly inbox: ReadInbox,
    private readonly clock: Clock,
  ) {}

  /** What needs a person, longest waiting first. @throws Refusal `inbox.…` */
  @Get()
  @Policy('inbox.read')
  @Answers(InboxView)
  async read(@Query() query: InboxQuery, @CurrentActor() actor: Actor) {
    const from = offsetOf(query);
    const to = from + (query.limit ?? 50);
    const { lines, missing } = await this.inbox.of(regionsOf(query, actor), this.clock.now());
    return {
      items: lines.slice(from, to).map((line) => ({ ...line, since: toOffsetIso(line.since) })),
      next: to < lines.length ? String(to) : null,
      missing,
    };
  }
}

function regionsOf({ region }: InboxQuery, actor: Actor): readonly string[] {
  if (region) {
    if (!can(actor, 'inbox.read', { regions: [region] })) throw refuse('inbox.region-not-yours');
    return [region];
  }
  const own = actor.roles.flatMap(({ role, regionIds }) => (role === 'coordinator' ? regionIds : []));
  if (own.length === 0) throw refuse('inbox.region-needed', atField('region', 'required', 'is required'));
  return [...new Set(own)];
}
