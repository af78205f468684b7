import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { EmailText, IdText, Nested } from '#libs/contracts';
import { Policy } from '#libs/runtime';
import { AskCode } from './ask-code.js';
import { BrowserBody } from './browser.body.js';
import { SignInAsDemo } from './sign-in-as-demo.js';
import { SignIn } from './sign-in.js';

const hash = /^[0-9a-f]{64}$/;

class AskCodeOfBrowserBody {
  @EmailText() email: string;
  @Matches(hash) browser: string;
  @IsString() @MaxLength(60) network: string;
}

class SignInOfBrowserBody {
  @IsString() @MaxLength(40) code: string;
  @IsOptional() @EmailText() email?: string;
  @Nested(() => BrowserBody) from: BrowserBody;
}

class DemoSignInOfBrowserBody {
  @IdText() personId: string;
  @Nested(() => BrowserBody) from: BrowserBody;
}

/** For the gateway, which alone knows browsers and their cookies. */
@Controller('internal/sign-in')
export class SignInController {
  constructor(
    private readonly ask: AskCode,
    private readonly signIn: SignIn,
    private readonly demo: SignInAsDemo,
  ) {}

  @Post('codes')
  @HttpCode(202)
  @Policy('sign-in.serve')
  async askCode(@Body() body: AskCodeOfBrowserBody) {
    await this.ask.execute(body);
    return {};
  }

  @Post('sessions')
  @Policy('sign-in.serve')
  open(@Body() { code, email, from }: SignInOfBrowserBody) {
    return this.signIn.withCode(code, email, from);
  }

  @Post('demo')
  @Policy('sign-in.serve')
  openInDemo(@Body() { personId, from }: DemoSignInOfBrowserBody) {
    return this.demo.execute(personId, from);
  }
}
