import { Body, Controller, Post } from '@nestjs/common';
import { OrganisationView, PostOrganisationBody } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { organisationView } from '../find-organisations/organisation.view.js';
import { AddOrganisation } from './add-organisation.js';

@Controller('api/organisations')
export class AddOrganisationController {
  constructor(private readonly add: AddOrganisation) {}

  @Post()
  @Policy('organisations.add')
  @Answers(OrganisationView, 201)
  async post(
    @Body() body: PostOrganisationBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document, status } = await this.add.execute(body, actor, cause);
    return new Answer(organisationView(document.state, actor), document.rev, status);
  }
}
