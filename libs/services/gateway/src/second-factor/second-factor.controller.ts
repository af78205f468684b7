import { Body, Controller, HttpCode, Post, Req, Res, UsePipes } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MakePasskeyBody, PasskeyOptionsView, StepUpBody, SteppedUpView } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { Answers, Policy, Unkeyed, refuseAccess, validationPipe } from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { signedIn } from '../forward/signed-in.js';
import { Cookies } from '../sessions/cookies.js';
import { EdgeCalls } from '../sessions/edge-calls.js';

interface Confirmed {
  readonly secret: string;
  readonly until: number;
  readonly stepUpUntil: number;
}

/** Passkeys: what the browser is to ask of one, and its answer, after which the session goes on under a new cookie. */
@Controller('api/me')
@UsePipes(validationPipe())
export class SecondFactorController {
  constructor(
    private readonly actors: Actors,
    private readonly calls: EdgeCalls,
    private readonly cookies: Cookies,
  ) {}

  @Post('passkeys/options')
  @HttpCode(200)
  @Policy('me.change')
  @Unkeyed()
  @Answers(PasskeyOptionsView)
  async optionsToMake(@Req() request: FastifyRequest): Promise<PasskeyOptionsView> {
    const hash = await this.sessionOf(request);
    return { options: await this.calls.post('directory', '/internal/passkeys/options', { hash }) };
  }

  @Post('passkeys')
  @Policy('me.change')
  @Unkeyed()
  @Answers(SteppedUpView, 201)
  async make(
    @Body() { response, label = 'Passkey' }: MakePasskeyBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SteppedUpView> {
    const hash = await this.sessionOf(request);
    const body = { hash, response, label };
    return this.hold(hash, reply, await this.calls.post('directory', '/internal/passkeys', body));
  }

  @Post('step-up/options')
  @HttpCode(200)
  @Policy('me.change')
  @Unkeyed()
  @Answers(PasskeyOptionsView)
  async optionsToConfirm(@Req() request: FastifyRequest): Promise<PasskeyOptionsView> {
    const hash = await this.sessionOf(request);
    return { options: await this.calls.post('directory', '/internal/step-up/options', { hash }) };
  }

  @Post('step-up')
  @HttpCode(200)
  @Policy('me.change')
  @Unkeyed()
  @Answers(SteppedUpView)
  async confirm(
    @Body() { response }: StepUpBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SteppedUpView> {
    const hash = await this.sessionOf(request);
    return this.hold(
      hash,
      reply,
      await this.calls.post('directory', '/internal/step-up', { hash, response }),
    );
  }

  private async sessionOf(request: FastifyRequest): Promise<string> {
    const actor = signedIn(await this.actors.of(request), 'me.change');
    const hash = this.cookies.session(request);
    if (!actor.session || !hash) throw refuseAccess('access.session-needed');
    return hash;
  }

  private hold(hash: string, reply: FastifyReply, { secret, until, stepUpUntil }: Confirmed): SteppedUpView {
    this.actors.forget(hash);
    this.cookies.holdSession(reply, secret, until);
    return { steppedUpUntil: toOffsetIso(stepUpUntil) };
  }
}
