import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Matches } from 'class-validator';
import { IdText, SessionView } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { AnswersPage, CurrentActor, Policy, type Actor } from '#libs/runtime';
import { endsAt } from '../domain/session.js';
import { missing } from '../missing.js';
import { ResolveActor } from '../resolve-actor/resolve-actor.js';
import { Sessions } from './sessions.js';

class UseSessionBody {
  @Matches(/^[0-9a-f]{64}$/) hash: string;
}

class EndSessionBody {
  @IdText() personId: string;
  @IdText() id: string;
}

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly resolve: ResolveActor,
  ) {}

  /** Those that still count, newest first. */
  @Get('api/me/sessions')
  @Policy('me.read')
  @AnswersPage(SessionView)
  async list(@CurrentActor() actor: Actor) {
    const own = await this.sessions.ofPerson(actor.id);
    const items = own.map((session) => ({
      id: session.id,
      label: session.label,
      createdAt: toOffsetIso(session.createdAt),
      lastSeenAt: toOffsetIso(session.lastSeenAt),
      endsAt: toOffsetIso(endsAt(session)),
      current: session.id === actor.session?.id,
    }));
    return { items, next: null };
  }

  @Post('internal/sessions/use')
  @HttpCode(200)
  @Policy('sign-in.serve')
  async use(@Body() { hash }: UseSessionBody): Promise<{ actor: Actor }> {
    const actor = await this.resolve.ofSession(hash);
    if (!actor) throw missing();
    return { actor };
  }

  @Post('internal/sessions/end')
  @HttpCode(200)
  @Policy('sign-in.serve')
  async end(@Body() { personId, id }: EndSessionBody) {
    if (!(await this.sessions.end(personId, id))) throw missing();
    return {};
  }
}
