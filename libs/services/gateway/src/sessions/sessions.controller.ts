import { Controller, Delete, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionEndedView } from '#libs/contracts';
import { Answers, Policy, refuseChange } from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { signedIn } from '../forward/signed-in.js';
import { Cookies } from './cookies.js';
import { EdgeCalls } from './edge-calls.js';

@Controller('api/me/sessions')
export class SessionsController {
  constructor(
    private readonly actors: Actors,
    private readonly calls: EdgeCalls,
    private readonly cookies: Cookies,
  ) {}

  /** Ends one of one's own; `current` is the one that asks, which is signing out. */
  @Delete(':id')
  @Policy('me.change')
  @Answers(SessionEndedView)
  async end(
    @Param('id') named: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionEndedView> {
    const actor = signedIn(await this.actors.of(request), 'me.change');
    const own = actor.session?.id;
    const id = named === 'current' ? own : named;
    if (!id || !/^[\w-]{1,120}$/.test(id)) throw refuseChange('aggregate.missing');
    await this.calls.post('directory', '/internal/sessions/end', { personId: actor.id, id });
    const hash = this.cookies.session(request);
    if (id === own && hash) {
      this.actors.forget(hash);
      this.cookies.dropSession(reply);
    }
    return { id };
  }
}
