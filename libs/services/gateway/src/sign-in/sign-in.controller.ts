import { Body, Controller, HttpCode, Post, Req, Res, UsePipes } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskCodeBody, CodeAskedView, DemoSignInBody, SignInBody, SignedInView } from '#libs/contracts';
import { Answers, Policy, Unkeyed, validationPipe } from '#libs/runtime';
import { networkOf } from '../limits/network.js';
import { DemoTime } from '../move-clock/demo-time.js';
import { refuse } from '../move-clock/move-clock.errors.js';
import { Cookies } from '../sessions/cookies.js';
import { EdgeCalls } from '../sessions/edge-calls.js';
import { OpenSession } from './open-session.js';

/** Getting in. Only ever by POST: whoever merely opens the links of a mail signs nobody in. */
@Controller('api')
@UsePipes(validationPipe())
export class SignInController {
  constructor(
    private readonly calls: EdgeCalls,
    private readonly cookies: Cookies,
    private readonly open: OpenSession,
    private readonly demo: DemoTime,
  ) {}

  @Post('sign-in/codes')
  @HttpCode(202)
  @Policy('sign-in.try')
  @Unkeyed()
  @Answers(CodeAskedView, 202)
  async ask(
    @Body() { email }: AskCodeBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CodeAskedView> {
    const browser = this.cookies.markBrowser(request, reply);
    const network = networkOf(request.ip);
    await this.calls.post('directory', '/internal/sign-in/codes', { email, browser, network });
    return { validMinutes: 10 };
  }

  @Post('sign-in/sessions')
  @Policy('sign-in.try')
  @Unkeyed()
  @Answers(SignedInView, 201)
  signIn(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    return this.open.by('/internal/sign-in/sessions', body, { request, reply });
  }

  /** The demo has no mail to wait for: who may be somebody, is. */
  @Post('demo/sign-in')
  @Policy('sign-in.try')
  @Unkeyed()
  @Answers(SignedInView, 201)
  signInToDemo(
    @Body() body: DemoSignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    if (this.demo.now() === undefined) throw refuse('demo.none');
    return this.open.by('/internal/sign-in/demo', body, { request, reply });
  }
}
