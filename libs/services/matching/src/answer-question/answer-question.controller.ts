import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { AcceptBody, CancelBody, CounterBody, EndMatchBody, MatchView, atField } from '#libs/contracts';
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
import { AnswerChange } from '../change-appointment/answer-change.js';
import { FindNewPlace } from '../change-appointment/find-new-place.js';
import { accept, cancel, counter, decline } from '../domain/answers.js';
import { counterElsewhere } from '../domain/changes.js';
import { mustBeAsked } from '../domain/life.js';
import { refuse } from '../domain/match.errors.js';
import type { Made, Match } from '../domain/match.js';
import { ShowMatch, ownSide } from '../list-matches/show-match.js';
import { viewFor } from '../match.view.js';
import { matchesAggregate } from '../matching.collection.js';
import { WhoAnswers } from './who-answers.js';

/** What the two sides say to the question, and to each other's answer. */
@Controller('api/matches')
export class AnswerQuestionController {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly show: ShowMatch,
    private readonly who: WhoAnswers,
    private readonly find: FindNewPlace,
    private readonly change: AnswerChange,
    private readonly clock: Clock,
  ) {}

  /** Yes: to the question, to an option, to a change that waits, or to what the other side recorded. */
  @Post(':id/accept')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async accept(
    @Param('id') id: string,
    @Body() body: AcceptBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.who.execute(id, actor, body);
    return this.answer(id, actor, cause, (match) => accept(match, body, by));
  }

  /** Another time within the slot at once; another slot once it is secured: 202 until then. */
  @Post(':id/counter')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView, 200, 202)
  async counter(
    @Param('id') id: string,
    @Body() body: CounterBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
    @Headers('prefer') prefer?: string,
  ) {
    const by = await this.who.execute(id, actor, body);
    const { document } = await this.matches.change(id, cause, (match) => {
      mustBeAsked(match);
      const numbered = withNumbers(match, body.pupils);
      if (numbered === match && namesNothing(body)) return counter(match, body, by);
      const place = this.find.execute(numbered, body);
      const stays = numbered === match && this.find.isHeld(match, place.sessions);
      return stays ? counter(match, body, by) : counterElsewhere(match, place, body.note ?? '', by);
    });
    return this.change.execute(document, actor, prefer);
  }

  /** No, with the reason: to the question, or to a change that waits: then the old appointment stands. */
  @Post(':id/decline')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async decline(
    @Param('id') id: string,
    @Body() body: EndMatchBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.who.execute(id, actor, body);
    return this.answer(id, actor, cause, (match) => decline(match, because(body), by));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async cancel(
    @Param('id') id: string,
    @Body() body: CancelBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { state } = await this.show.forAnswer(id, actor);
    const side = body.onBehalfOf
      ? await this.show.sideOf(id, actor, body)
      : (ownSide(actor, state) ?? 'coordinator');
    return this.answer(id, actor, cause, (match) =>
      cancel(
        match,
        { ...because(body), ...(body.how ? { how: body.how } : {}), undo: body.undo ?? false },
        side,
        { actor: actor.id, now: this.clock.now() },
      ),
    );
  }

  private async answer(id: string, actor: Actor, cause: CommandCause, decide: (match: Match) => Made | null) {
    const { document, status } = await this.matches.change(id, cause, decide);
    return new Answer(viewFor(document, actor), document.rev, status);
  }
}

const because = ({ reason, reasonCode }: EndMatchBody) => ({ reason, ...(reasonCode ? { reasonCode } : {}) });

const namesNothing = ({ slotId, start, end, sessions }: CounterBody) =>
  slotId == null && start == null && end == null && sessions == null;

/** The match with that many pupils in its only group. @throws matches.group-which when it has several */
function withNumbers(match: Match, pupils: number | undefined): Match {
  if (pupils == null) return match;
  if (match.groups.length > 1)
    throw refuse(
      'matches.group-unknown',
      atField('pupils', 'one-group', 'there are several groups: say which'),
    );
  const sessions = match.sessions.map((session) => ({
    ...session,
    groups: session.groups.map((group) => ({ ...group, pupils })),
  }));
  return { ...match, sessions };
}
