import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { AcceptBody, CounterBody, EndMatchBody, atField } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answer,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { accept, cancel, counter, decline, type Answerer } from '../domain/answers.js';
import { refuse } from '../domain/match.errors.js';
import type { Made, Match, Side } from '../domain/match.js';
import { ShowMatch, ownSide } from '../list-matches/show-match.js';
import { viewFor } from '../match.view.js';
import { matchesAggregate } from '../matching.collection.js';

interface Behalf {
  readonly onBehalfOf?: Side;
  readonly how?: string;
}

/** What the two sides say to the question, and to each other's answer. */
@Controller('api/matches')
export class AnswerQuestionController {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly show: ShowMatch,
    private readonly clock: Clock,
  ) {}

  @Post(':id/accept')
  @HttpCode(200)
  @Policy('matches.answer')
  async accept(
    @Param('id') id: string,
    @Body() body: AcceptBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.answerer(id, actor, body);
    return this.answer(id, actor, cause, (match) => accept(match, body, by));
  }

  @Post(':id/counter')
  @HttpCode(200)
  @Policy('matches.answer')
  async counter(
    @Param('id') id: string,
    @Body() body: CounterBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    if (body.slotId != null || body.pupils != null) {
      const path = body.slotId != null ? 'slotId' : 'pupils';
      throw refuse(
        'matches.counter-time-only',
        atField(path, 'time-only', 'cannot be countered yet: only the time can'),
      );
    }
    const by = await this.answerer(id, actor, body);
    return this.answer(id, actor, cause, (match) => counter(match, body, by));
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Policy('matches.answer')
  async decline(
    @Param('id') id: string,
    @Body() body: EndMatchBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.answerer(id, actor, body);
    return this.answer(id, actor, cause, (match) => decline(match, because(body), by));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Policy('matches.answer')
  async cancel(
    @Param('id') id: string,
    @Body() body: EndMatchBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { state } = await this.show.forAnswer(id, actor);
    const side = body.onBehalfOf
      ? await this.show.sideOf(id, actor, body)
      : (ownSide(actor, state) ?? 'coordinator');
    return this.answer(id, actor, cause, (match) =>
      cancel(match, { ...because(body), ...(body.how ? { how: body.how } : {}) }, side, {
        actor: actor.id,
        now: this.clock.now(),
      }),
    );
  }

  private async answerer(id: string, actor: Actor, stated: Behalf): Promise<Answerer> {
    const side = await this.show.sideOf(id, actor, stated);
    return { actor: actor.id, now: this.clock.now(), side, ...(stated.how ? { how: stated.how } : {}) };
  }

  private async answer(id: string, actor: Actor, cause: CommandCause, decide: (match: Match) => Made | null) {
    const { document, status } = await this.matches.change(id, cause, decide);
    return new Answer(viewFor(document, actor), document.rev, status);
  }
}

const because = ({ reason, reasonCode }: EndMatchBody) => ({ reason, ...(reasonCode ? { reasonCode } : {}) });
