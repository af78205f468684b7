import { Body, Controller, Patch } from '@nestjs/common';
import { PatchPreferencesBody, PreferencesView } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { changePreferences } from '../domain/change-preferences.js';
import { asItComes, type Person } from '../domain/person.js';
import { people } from '../people.collection.js';

@Controller('api/me')
export class ChangePreferencesController {
  constructor(@InjectAggregates(people) private readonly people: Aggregates<Person>) {}

  /** Which mails that can wait one gets, and in which language all of them. */
  @Patch('preferences')
  @Policy('me.change')
  @Answers(PreferencesView)
  async patch(
    @Body() body: PatchPreferencesBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document } = await this.people.change(actor.id, cause, (person) =>
      changePreferences(person, body),
    );
    const { preferences = asItComes, language } = document.state;
    return new Answer({ ...preferences, language }, document.rev);
  }
}
