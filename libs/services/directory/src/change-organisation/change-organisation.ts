import { Injectable } from '@nestjs/common';
import { atField, type PatchOrganisationBody } from '#libs/contracts';
import {
  Aggregates,
  InjectAggregates,
  can,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { Boards } from '../add-organisation/boards.js';
import { changeOrganisation, organisationChanged, type Organisation } from '../domain/organisation.js';
import { refuse } from '../domain/organisation.errors.js';
import { FindPeople } from '../find-people/find-people.js';
import { Locate } from '../locate/locate.js';
import { missing } from '../missing.js';
import { organisationOwners, organisations } from '../organisations.collection.js';

interface ChangeOrganisationCommand {
  readonly id: string;
  readonly body: PatchOrganisationBody;
  readonly actor: Actor;
}

@Injectable()
export class ChangeOrganisation {
  constructor(
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
    private readonly people: FindPeople,
    private readonly locate: Locate,
    private readonly boards: Boards,
  ) {}

  /** @throws Refusal `aggregate.missing` outside the actor's scope, `organisations.…`, `places.…` */
  async execute(
    { id, body, actor }: ChangeOrganisationCommand,
    cause: CommandCause,
  ): Promise<Outcome<Organisation>> {
    const organisation = await this.organisations.get(id);
    if (!organisation || !can(actor, 'organisations.change', organisationOwners(organisation.state)))
      throw missing();
    const { location, ...said } = body;
    await this.checkContact(id, said.firstContactId);
    if (said.boardOf) await this.mayBoard(said.boardOf, organisation.state, actor);
    const place = location ? { location: await this.locate.resolve(location, 'location') } : {};
    return this.organisations.change(id, cause, (current) => {
      const state = changeOrganisation(current, { ...said, ...place });
      return state && { state, events: [organisationChanged(state)] };
    });
  }

  /** Taking a school away needs the same right as naming it. */
  private async mayBoard(wanted: readonly string[], { kind, boardOf = [] }: Organisation, actor: Actor) {
    const touched = [...wanted, ...boardOf].filter((id) => !(wanted.includes(id) && boardOf.includes(id)));
    await this.boards.check(kind, touched, actor);
  }

  private async checkContact(id: string, contactId: string | null | undefined): Promise<void> {
    if (contactId == null) return;
    const person = await this.people.one(contactId);
    if (!person?.roles.some(({ organisationId }) => organisationId === id))
      throw refuse(
        'organisations.contact-unknown',
        atField('firstContactId', 'unknown', 'is nobody of this organisation'),
      );
  }
}
