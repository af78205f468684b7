import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { MessageView, PostMessageBody } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answer,
  Answers,
  AnswersPage,
  Command,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  can,
  idFrom,
  pageOf,
  refuseChange,
  type Actor,
  type Aggregate,
  type CommandCause,
} from '#libs/runtime';
import { OwnerReads } from '../owners/owner-reads.js';
import type { MatchView } from '../owners/views.js';
import { resourceOf } from '../owners/who-sees.js';
import { fromOf, sideOf, write, type Message } from './message.js';
import { messagesAggregate } from './messages.collection.js';

/** What the people of a match and its coordinator say to each other; also after it has ended. */
@Controller('api/matches')
export class ThreadsController {
  constructor(
    @InjectAggregates(messagesAggregate) private readonly messages: Aggregates<Message>,
    private readonly owners: OwnerReads,
    private readonly clock: Clock,
  ) {}

  /** Newest last. @throws Refusal `aggregate.missing` also for a match outside the actor's scope */
  @Get(':id/messages')
  @Policy('messages.read')
  @AnswersPage(MessageView)
  async list(@Param('id') id: string, @Query() query: PageQuery, @CurrentActor() actor: Actor) {
    const match = await this.matchFor(id, actor);
    const page = await this.messages.find('byMatch', { equals: match.id, ...pageOf(query) });
    const items = await Promise.all(page.items.map((message) => this.view(message, match, actor)));
    return { items, next: page.next };
  }

  /** @throws as `list` */
  @Post(':id/messages')
  @HttpCode(201)
  @Policy('messages.write')
  @Answers(MessageView, 201)
  async post(
    @Param('id') id: string,
    @Body() { text }: PostMessageBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const match = await this.matchFor(id, actor);
    const message = write(match, {
      side: sideOf(actor, match),
      author: actor.id,
      text,
      now: this.clock.now(),
    });
    const { document } = await this.messages.create(idFrom(cause), cause, message);
    return new Answer(await this.view(document, match, actor), document.rev, 201);
  }

  private async matchFor(id: string, actor: Actor): Promise<MatchView> {
    const match = await this.owners.match(id);
    if (!match || !can(actor, 'messages.read', resourceOf(match))) throw refuseChange('aggregate.missing');
    return match;
  }

  private async view({ id, state }: Aggregate<Message>, match: MatchView, actor: Actor) {
    const { at, side, author, text } = state;
    return {
      id,
      at: toOffsetIso(Date.parse(at)),
      side,
      from: fromOf(state, await this.owners.person(author), sideOf(actor, match), match),
      mine: author === actor.id,
      text,
    };
  }
}
