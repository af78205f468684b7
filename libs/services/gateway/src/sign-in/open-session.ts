import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedInView } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { Actors } from '../forward/actors.js';
import { Cookies } from '../sessions/cookies.js';
import { EdgeCalls } from '../sessions/edge-calls.js';

interface Opened {
  readonly secret: string;
  readonly until: number;
  readonly person: SignedInView['person'];
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Turns what the directory opened into a cookie of this browser; a session it had before is over. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly calls: EdgeCalls,
    private readonly cookies: Cookies,
    private readonly actors: Actors,
  ) {}

  /** @throws Refusal as the directory refused */
  async by(path: string, body: object, { request, reply }: Exchange): Promise<SignedInView> {
    const browser = this.cookies.browser(request);
    const replaces = this.cookies.session(request);
    const userAgent = request.headers['user-agent']?.slice(0, 1000);
    const from = { browser, replaces, userAgent };
    const { secret, until, person } = await this.calls.post<Opened>('directory', path, { ...body, from });
    if (replaces) this.actors.forget(replaces);
    this.cookies.holdSession(reply, secret, until);
    return { person, endsAt: toOffsetIso(until) };
  }
}
