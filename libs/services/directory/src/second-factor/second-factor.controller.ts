import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IsObject, Matches } from 'class-validator';
import { Line, PasskeyRemovedView, PasskeyView, SecondFactorResetView } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import {
  AnswersPage,
  Answers,
  Command,
  CurrentActor,
  Policy,
  StepUp,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { missing } from '../missing.js';
import { ResetSecondFactor } from './reset-second-factor.js';
import { SecondFactor } from './second-factor.js';

class OfSessionBody {
  @Matches(/^[0-9a-f]{64}$/) hash: string;
}

class ConfirmOfSessionBody extends OfSessionBody {
  @IsObject() response: object;
}

class MakeOfSessionBody extends ConfirmOfSessionBody {
  @Line(80) label: string;
}

@Controller()
export class SecondFactorController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly reset: ResetSecondFactor,
  ) {}

  @Get('api/me/passkeys')
  @Policy('me.read')
  @AnswersPage(PasskeyView)
  async list(@CurrentActor() { id }: Actor) {
    const items = (await this.factor.ofPerson(id)).map(({ id, label, createdAt, lastUsedAt }) => ({
      id,
      label,
      createdAt: toOffsetIso(createdAt),
      lastUsedAt: lastUsedAt === null ? null : toOffsetIso(lastUsedAt),
    }));
    return { items, next: null };
  }

  /** By whoever confirmed with a passkey within the last quarter of an hour. */
  @Delete('api/me/passkeys/:id')
  @Policy('me.change')
  @Answers(PasskeyRemovedView)
  async remove(@Param('id') id: string, @CurrentActor() actor: Actor) {
    if (!(await this.factor.remove(actor.id, id, actor.session?.stepUpUntil))) throw missing();
    return { id };
  }

  /** For somebody else who lost theirs: all of their passkeys and sessions are gone. */
  @Post('api/people/:id/reset-second-factor')
  @HttpCode(200)
  @Policy('people.reset-second-factor')
  @StepUp()
  @Answers(SecondFactorResetView)
  async resetOf(@Param('id') id: string, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    await this.reset.execute(id, actor, cause);
    return { id };
  }

  @Post('internal/passkeys/options')
  @HttpCode(200)
  @Policy('sign-in.serve')
  optionsToMake(@Body() { hash }: OfSessionBody) {
    return this.factor.optionsToMake(hash);
  }

  @Post('internal/passkeys')
  @Policy('sign-in.serve')
  make(@Body() { hash, response, label }: MakeOfSessionBody) {
    return this.factor.make(hash, response, label);
  }

  @Post('internal/step-up/options')
  @HttpCode(200)
  @Policy('sign-in.serve')
  optionsToConfirm(@Body() { hash }: OfSessionBody) {
    return this.factor.optionsToConfirm(hash);
  }

  @Post('internal/step-up')
  @HttpCode(200)
  @Policy('sign-in.serve')
  confirm(@Body() { hash, response }: ConfirmOfSessionBody) {
    return this.factor.confirmWith(hash, response);
  }
}
