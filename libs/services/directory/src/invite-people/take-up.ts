import { Injectable } from '@nestjs/common';
import { event, PersonChanged, PersonConfirmed } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, type CommandCause } from '#libs/runtime';
import { claims } from '../claims.collection.js';
import { isColleague, prove, type Claim } from '../domain/claim.js';
import { accept, isOpen, type Invitation } from '../domain/invitation.js';
import { roleKey, type Person, type PersonRole } from '../domain/person.js';
import { withRole } from '../domain/role.js';
import { invitations } from '../invitations.collection.js';
import { people } from '../people.collection.js';
import { everything } from '../search.js';

/** What waits for whoever signs in, once the address has shown to be theirs: invitations become roles, claims are heard. */
@Injectable()
export class TakeUp {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    @InjectAggregates(invitations) private readonly invitations: Aggregates<Invitation>,
    @InjectAggregates(claims) private readonly claims: Aggregates<Claim>,
    private readonly clock: Clock,
  ) {}

  /** The role first, then the mark that it was given: a crash in between repeats both. Gives the person as they are now. */
  async execute(personId: string): Promise<Person | undefined> {
    const cause = causeOf(personId);
    const own = { equals: personId };
    const [invited, claimed] = await Promise.all([
      everything((page) => this.invitations.find('byPerson', { ...own, ...page })),
      everything((page) => this.claims.find('byPerson', { ...own, ...page })),
    ]);
    for (const { id, state } of invited) {
      if (!isOpen(state, this.clock.wall())) continue;
      await this.give(personId, state.role, cause);
      if (state.deputyOf) await this.makeDeputy(state.deputyOf, personId, cause);
      await this.invitations.change(id, cause, (current) => accept(current, this.clock.wall()));
    }
    for (const { id, state } of claimed) {
      if (state.state === 'said') await this.hear(id, state, cause);
    }
    return (await this.people.get(personId))?.state;
  }

  /** The claimed role: at once for who has an address like a colleague's, else until somebody says yes. */
  private async hear(id: string, claim: Claim, cause: CommandCause): Promise<void> {
    const { personId, schoolLocationId } = claim;
    const person = (await this.people.get(personId))?.state;
    if (!person) return;
    const known = isColleague(person, await this.colleaguesAt(schoolLocationId));
    const role: PersonRole = { role: 'teacher', schoolLocationId, ...(known ? {} : { confirmed: false }) };
    await this.give(personId, role, cause);
    await this.claims.change(id, cause, (current) => prove(current, known));
  }

  private async colleaguesAt(schoolLocationId: string): Promise<Person[]> {
    const oneOf = (['teacher', 'school-admin'] as const).map((role) =>
      roleKey(role, 'school', schoolLocationId),
    );
    return (await everything((page) => this.people.find('byRole', { oneOf, ...page }))).map(
      ({ state }) => state,
    );
  }

  private async give(personId: string, role: PersonRole, cause: CommandCause): Promise<void> {
    await this.people.change(personId, cause, (person) => {
      const roles = withRole(person.roles, role);
      if (roles === person.roles) return null;
      const { schoolLocationId } = role;
      const released = role.confirmed !== false && schoolLocationId;
      return {
        state: { ...person, roles },
        events: [
          event(PersonChanged, { fields: ['roles'] }),
          ...(released ? [event(PersonConfirmed, { schoolLocationId })] : []),
        ],
      };
    });
  }

  private async makeDeputy(ofId: string, deputyId: string, cause: CommandCause): Promise<void> {
    if (ofId === deputyId || !(await this.people.get(ofId))) return;
    await this.people.change(ofId, cause, (person) =>
      person.deputyId === deputyId
        ? null
        : { state: { ...person, deputyId }, events: [event(PersonChanged, { fields: ['deputyId'] })] },
    );
  }
}

const causeOf = (personId: string): CommandCause => ({
  kind: 'command',
  actor: personId,
  key: null,
  bodyHash: '',
  correlationId: 'sign-in',
  causationId: null,
});
