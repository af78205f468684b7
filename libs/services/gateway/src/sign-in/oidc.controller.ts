import { Body, Controller, HttpCode, Post, Req, Res, UsePipes } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FinishOidcBody, RedirectView, SignedInView } from '#libs/contracts';
import { Answers, Policy, Unkeyed, validationPipe } from '#libs/runtime';
import { Cookies } from '../sessions/cookies.js';
import { EdgeCalls } from '../sessions/edge-calls.js';
import { OpenSession } from './open-session.js';

/** Getting in with an account elsewhere, where the installation has an issuer. */
@Controller('api/sign-in/oidc')
@UsePipes(validationPipe())
export class OidcController {
  constructor(
    private readonly calls: EdgeCalls,
    private readonly cookies: Cookies,
    private readonly open: OpenSession,
  ) {}

  @Post('start')
  @HttpCode(200)
  @Policy('sign-in.try')
  @Unkeyed()
  @Answers(RedirectView)
  start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RedirectView> {
    const browser = this.cookies.markBrowser(request, reply);
    return this.calls.post('directory', '/internal/sign-in/oidc/start', { browser });
  }

  /** The page that the issuer sends people back to posts what came with them. */
  @Post('finish')
  @Policy('sign-in.try')
  @Unkeyed()
  @Answers(SignedInView, 201)
  finish(
    @Body() body: FinishOidcBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    return this.open.by('/internal/sign-in/oidc/finish', body, { request, reply });
  }
}
