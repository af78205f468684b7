import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Matches } from 'class-validator';
import { FinishOidcBody, Nested } from '#libs/contracts';
import { Policy } from '#libs/runtime';
import { BrowserBody } from '../sign-in/browser.body.js';
import { SignInByIssuer } from './sign-in-by-issuer.js';

class StartOfBrowserBody {
  @Matches(/^[0-9a-f]{64}$/) browser: string;
}

class FinishOfBrowserBody extends FinishOidcBody {
  @Nested(() => BrowserBody) from: BrowserBody;
}

/** For the gateway, which alone knows browsers and their cookies. */
@Controller('internal/sign-in/oidc')
export class OidcController {
  constructor(private readonly signIn: SignInByIssuer) {}

  @Post('start')
  @HttpCode(200)
  @Policy('sign-in.serve')
  async start(@Body() { browser }: StartOfBrowserBody) {
    return { redirect: await this.signIn.start(browser) };
  }

  @Post('finish')
  @Policy('sign-in.serve')
  finish(@Body() { from, ...brought }: FinishOfBrowserBody) {
    return this.signIn.finish(brought, from);
  }
}
