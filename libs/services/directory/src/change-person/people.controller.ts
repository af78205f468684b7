import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { IdText, PatchPersonBody, PersonView, Text } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Answer,
  Answers,
  AnswersPage,
  Command,
  CurrentActor,
  PageQuery,
  Policy,
  needsStepUp,
  offsetOf,
  refuseAccess,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { ChangePerson } from './change-person.js';
import { ListPeople } from './list-people.js';

class ListPeopleQuery extends PageQuery {
  @IsOptional() @IdText() organisation?: string;
  @IsOptional() @IdText() schoolLocation?: string;
  @IsOptional() @IdText() region?: string;
  /** Part of a name or an address; case and accents do not matter. */
  @IsOptional() @Text(100) q?: string;
}

@Controller('api/people')
export class PeopleController {
  constructor(
    private readonly people: ListPeople,
    private readonly change: ChangePerson,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Policy('people.read')
  @AnswersPage(PersonView)
  async list(@Query() query: ListPeopleQuery, @CurrentActor() actor: Actor) {
    const from = offsetOf(query);
    const to = from + (query.limit ?? 50);
    const found = await this.people.execute(query, actor);
    return { items: found.slice(from, to), next: to < found.length ? String(to) : null };
  }

  @Get(':id')
  @Policy('people.show')
  @Answers(PersonView)
  async show(@Param('id') id: string, @CurrentActor() actor: Actor) {
    const { person, rev } = await this.people.one(id, actor);
    return new Answer(person, rev);
  }

  /** Oneself (not one's roles), and whom one answers for. */
  @Patch(':id')
  @Policy('people.change')
  @Answers(PersonView)
  async patch(
    @Param('id') id: string,
    @Body() body: PatchPersonBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const decides = body.roles !== undefined || body.disabled !== undefined;
    if (decides && needsStepUp(actor, this.clock.wall())) throw refuseAccess('access.step-up-needed');
    await this.change.execute({ id, body, actor }, cause);
    const { person, rev } = await this.people.one(id, actor);
    return new Answer(person, rev);
  }
}
