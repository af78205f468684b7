import { Body, Controller, Param, Patch } from '@nestjs/common';
import { OrganisationView, PatchOrganisationBody } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { organisationView } from '../find-organisations/organisation.view.js';
import { ChangeOrganisation } from './change-organisation.js';

@Controller('api/organisations')
export class ChangeOrganisationController {
  constructor(private readonly change: ChangeOrganisation) {}

  @Patch(':id')
  @Policy('organisations.change')
  @Answers(OrganisationView)
  async patch(
    @Param('id') id: string,
    @Body() body: PatchOrganisationBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document } = await this.change.execute({ id, body, actor }, cause);
    return new Answer(organisationView(document.state, actor), document.rev);
  }
}
