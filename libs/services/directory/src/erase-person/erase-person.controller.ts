import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { PersonErasedView } from '#libs/contracts';
import { Answers, Command, CurrentActor, Policy, StepUp, type Actor, type CommandCause } from '#libs/runtime';
import { ErasePerson } from './erase-person.js';

@Controller('api/people/:id/erase')
export class ErasePersonController {
  constructor(private readonly erasing: ErasePerson) {}

  /** Oneself, or by an operator: name, address, telephone and what the person wrote. It cannot be undone. */
  @Post()
  @HttpCode(200)
  @Policy('people.erase')
  @StepUp()
  @Answers(PersonErasedView)
  async erase(@Param('id') id: string, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    await this.erasing.execute(id, actor, cause);
    return { id };
  }
}
