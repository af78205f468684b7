import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CountBody, EndMatchBody, MatchView, OnBehalfBody, atField } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { WhoAnswers } from '../answer-question/who-answers.js';
import { count, held, noShow, type Figures } from '../domain/afterwards.js';
import { refuse } from '../domain/match.errors.js';
import type { Made, Match } from '../domain/match.js';
import { ShowMatch, ownSide } from '../list-matches/show-match.js';
import { viewFor } from '../match.view.js';
import { matchesAggregate } from '../matching.collection.js';

/** What became of the appointment: it took place, somebody did not come, how many there were and how long it took. */
@Controller('api/matches')
export class TellWhatHappenedController {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly show: ShowMatch,
    private readonly who: WhoAnswers,
    private readonly clock: Clock,
  ) {}

  @Post(':id/held')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async held(
    @Param('id') id: string,
    @Body() body: OnBehalfBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.who.execute(id, actor, body);
    return this.tell(id, actor, cause, (match) => held(match, by));
  }

  @Post(':id/no-show')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async noShow(
    @Param('id') id: string,
    @Body() body: EndMatchBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { state } = await this.show.forAnswer(id, actor);
    const whose = body.onBehalfOf
      ? await this.show.sideOf(id, actor, body)
      : (ownSide(actor, state) ?? 'coordinator');
    const { reason, reasonCode, how } = body;
    const because = { reason, ...(reasonCode ? { reasonCode } : {}) };
    const by = { actor: actor.id, now: this.clock.now(), ...(how ? { how } : {}) };
    return this.tell(id, actor, cause, (match) => noShow(match, because, whose, by));
  }

  /** The school's pupils, adults and groups; the partner's people and hours. */
  @Post(':id/count')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async count(
    @Param('id') id: string,
    @Body() body: CountBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.who.execute(id, actor, body);
    const figures = figuresOf(by.side, body);
    return this.tell(id, actor, cause, (match) => count(match, figures, by));
  }

  private async tell(id: string, actor: Actor, cause: CommandCause, decide: (match: Match) => Made | null) {
    const { document, status } = await this.matches.change(id, cause, decide);
    return new Answer(viewFor(document, actor), document.rev, status);
  }
}

/** @throws matches.count-empty that names the field the side left out */
function figuresOf(side: 'school' | 'partner', body: CountBody): Figures {
  const needed = (path: string) => refuse('matches.count-empty', atField(path, 'required', 'is required'));
  if (side === 'school') {
    const { pupils, adults, groups } = body;
    if (pupils == null) throw needed('pupils');
    if (adults == null) throw needed('adults');
    if (groups == null) throw needed('groups');
    return { count: { pupils, adults, groups } };
  }
  const { people, hours } = body;
  if (people == null) throw needed('people');
  if (hours == null) throw needed('hours');
  return { hours: { people, ...hours } };
}
