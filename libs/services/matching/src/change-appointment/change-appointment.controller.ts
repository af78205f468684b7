import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ContactBody, MatchView, MoveBody, PupilsChangeBody } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  KnownContacts,
  CurrentActor,
  InjectAggregates,
  Policy,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { WhoAnswers } from '../answer-question/who-answers.js';
import { changeNumbers, move } from '../domain/changes.js';
import { changeContact } from '../domain/contact.js';
import type { Answerer } from '../domain/answerer.js';
import { ownersOf, type Match } from '../domain/match.js';
import { viewFor } from '../match.view.js';
import { matchesAggregate } from '../matching.collection.js';
import { AnswerChange } from './answer-change.js';
import { FindNewPlace } from './find-new-place.js';

/** A confirmed appointment that has to change: the old one stands until the other side says yes. */
@Controller('api/matches')
export class ChangeAppointmentController {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly who: WhoAnswers,
    private readonly find: FindNewPlace,
    private readonly answer: AnswerChange,
    private readonly contacts: KnownContacts,
  ) {}

  /** 202 while the new place is being secured, 200 once the other side is asked, 409 when it is not to be had. */
  @Post(':id/move')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView, 200, 202)
  async move(
    @Param('id') id: string,
    @Body() body: MoveBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
    @Headers('prefer') prefer?: string,
  ) {
    const by = await this.who.execute(id, actor, body);
    const { document } = await this.matches.change(id, cause, (match) =>
      move(match, this.find.execute(match, body), body.reason, by),
    );
    return this.answer.execute(document, actor, prefer);
  }

  @Post(':id/pupils')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView, 200, 202)
  async pupils(
    @Param('id') id: string,
    @Body() body: PupilsChangeBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
    @Headers('prefer') prefer?: string,
  ) {
    const by = await this.who.execute(id, actor, body);
    const { document } = await this.matches.change(id, cause, (match) =>
      changeNumbers(match, body.groups, body.reason ?? '', by),
    );
    return this.answer.execute(document, actor, prefer);
  }

  /** Told to the other side, not asked. */
  @Post(':id/contact')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async contact(
    @Param('id') id: string,
    @Body() body: ContactBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.who.execute(id, actor, body);
    const found = await this.matches.get(id);
    if (found) await this.contacts.mustBe(body.contactId, actor, 'matches.answer', whose(found.state, by));
    const { document, status } = await this.matches.change(id, cause, (match) =>
      changeContact(match, body.contactId, by),
    );
    return new Answer(viewFor(document, actor), document.rev, status);
  }
}

function whose(match: Match, { side }: Answerer) {
  const { regions, school, organisation } = ownersOf(match);
  return { regions, ...(side === 'school' ? { school } : { organisation }) };
}
