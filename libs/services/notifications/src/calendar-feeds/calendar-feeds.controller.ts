import { Controller, Delete, Get, Header, Param, Post } from '@nestjs/common';
import { CalendarFeedView, MadeCalendarFeedView } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answers,
  AnswersText,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { Links } from '../links.js';
import { refuse } from '../notification.errors.js';
import { CalendarTokens, hashOf, type CalendarFeed } from './calendar-feed.js';
import { calendarFeeds } from './calendar-feeds.collection.js';
import { WriteFeed } from './write-feed.js';

/** An address for calendar programs, which cannot sign in. It reads, and no more than its person's own appointments. */
@Controller('api')
export class CalendarFeedsController {
  constructor(
    @InjectAggregates(calendarFeeds) private readonly feeds: Aggregates<CalendarFeed>,
    private readonly feed: WriteFeed,
    private readonly tokens: CalendarTokens,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  @Get('me/calendar-feed')
  @Policy('me.read')
  @Answers(CalendarFeedView)
  async show(@CurrentActor() actor: Actor) {
    const known = (await this.feeds.get(actor.id))?.state;
    return { madeAt: known?.tokenHash ? toOffsetIso(known.madeAt) : null };
  }

  /** Makes the address, or a new one: the one before it then leads nowhere. */
  @Post('me/calendar-feed')
  @Policy('me.change')
  @Answers(MadeCalendarFeedView, 201)
  async make(@CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const token = this.tokens.of(actor.id, String(cause.key));
    const url = this.links.calendarFeed(token);
    const state = { tokenHash: hashOf(token), madeAt: this.clock.now() };
    let { document } = await this.feeds.create(actor.id, cause, { state });
    if (document.state.tokenHash !== state.tokenHash)
      ({ document } = await this.feeds.change(actor.id, cause, () => ({ state }), 201));
    return { url, madeAt: toOffsetIso(document.state.madeAt) };
  }

  @Delete('me/calendar-feed')
  @Policy('me.change')
  @Answers(CalendarFeedView)
  async stop(@CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    if (await this.feeds.get(actor.id))
      await this.feeds.change(actor.id, cause, (state) => ({ state: { ...state, tokenHash: null } }));
    return { madeAt: null };
  }

  /** @throws Refusal `calendar-feeds.unknown`, also when its person renewed or stopped it */
  @Get('calendar-feeds/:file')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=300')
  @Policy('calendar-feeds.read')
  @AnswersText('text/calendar')
  async read(@Param('file') file: string): Promise<string> {
    const token = /^([\w-]{43})\.ics$/.exec(file)?.[1];
    if (!token) throw refuse('calendar-feeds.unknown');
    const { items } = await this.feeds.find('byToken', { equals: hashOf(token), limit: 1 });
    const written = items[0] && (await this.feed.of(items[0].id));
    if (written === undefined) throw refuse('calendar-feeds.unknown');
    return written;
  }
}
