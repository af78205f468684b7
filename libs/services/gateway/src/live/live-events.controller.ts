import { Controller, Query, Req, Sse, UsePipes, type MessageEvent } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import {
  concatMap,
  endWith,
  filter,
  ignoreElements,
  interval,
  map,
  merge,
  share,
  startWith,
  takeUntil,
  takeWhile,
  type Observable,
} from 'rxjs';
import { IdText } from '#libs/contracts';
import { Described, Policy, validationPipe, type Actor } from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { signedIn } from '../forward/signed-in.js';
import { LiveEvents } from './live-events.js';
import { heardBy } from './who-hears.js';

class LiveEventsQuery {
  @IsOptional() @IdText() region?: string;
}

/** So often a quiet connection shows that it is alive, and who listens is asked again: who is out, is out. */
const checkedEach = 4_000;

@Controller('api/events')
@UsePipes(validationPipe())
export class LiveEventsController {
  constructor(
    private readonly actors: Actors,
    private readonly live: LiveEvents,
  ) {}

  /** Which things that one may see changed, by type and id, until one is signed out. */
  @Sse('stream')
  @Policy('events.follow')
  @Described(({ ApiResponse }) =>
    ApiResponse({
      status: 200,
      description: 'Events named `changed` with `{type, id}` as data, and a comment now and then',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
  )
  async follow(
    @Query() { region }: LiveEventsQuery,
    @Req() request: FastifyRequest,
  ): Promise<Observable<MessageEvent>> {
    let actor = signedIn(await this.actors.of(request), 'events.follow');
    const alive = interval(checkedEach).pipe(
      concatMap(() => this.actors.of(request).catch(() => actor)),
      takeWhile((now): now is Actor => now?.id === actor.id),
      map((now): MessageEvent => {
        actor = now;
        return { comment: 'alive' };
      }),
      share(),
    );
    const changed = this.live.published.pipe(
      map((published) => heardBy(actor, published, region)),
      filter((heard) => heard !== undefined),
      map((heard): MessageEvent => ({ type: 'changed', data: heard })),
    );
    return merge(
      alive.pipe(takeUntil(endOf(this.live.published))),
      changed.pipe(takeUntil(endOf(alive))),
    ).pipe(startWith({ comment: 'open' }));
  }
}

function endOf(stream: Observable<unknown>): Observable<unknown> {
  return stream.pipe(ignoreElements(), endWith(undefined));
}
