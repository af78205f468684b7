import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  InjectAggregates,
  scopeOf,
  type Actor,
  type Aggregate,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { sendAgain, withdraw, type Invitation } from '../domain/invitation.js';
import type { PersonRole } from '../domain/person.js';
import { invitations } from '../invitations.collection.js';
import { missing } from '../missing.js';
import { everything } from '../search.js';
import { Places, mayGive } from './places.js';

/** Of invitations those whose role it is the actor's to give; the others are as if they were not there. */
@Injectable()
export class ManageInvitations {
  constructor(
    @InjectAggregates(invitations) private readonly invitations: Aggregates<Invitation>,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async sendAgain(id: string, actor: Actor, cause: CommandCause): Promise<Outcome<Invitation>> {
    await this.forActor(id, actor);
    return this.invitations.change(id, cause, (current) => sendAgain(current, this.clock.wall()));
  }

  async withdraw(id: string, actor: Actor, cause: CommandCause): Promise<Outcome<Invitation>> {
    await this.forActor(id, actor);
    return this.invitations.change(id, cause, withdraw);
  }

  /** Whose role it is to give, by the time they expire. */
  async list(actor: Actor): Promise<Aggregate<Invitation>[]> {
    const oneOf = scopeOf(actor, 'invitations.manage');
    const found = await everything((page) => this.invitations.find('byOwner', { oneOf, ...page }));
    const theirs = await Promise.all(found.map(({ state }) => this.isTheirs(state.role, actor)));
    return found.filter((_, i) => theirs[i]);
  }

  private async forActor(id: string, actor: Actor): Promise<void> {
    const invitation = await this.invitations.get(id);
    if (!invitation || !(await this.isTheirs(invitation.state.role, actor))) throw missing();
  }

  private async isTheirs(role: PersonRole, actor: Actor): Promise<boolean> {
    return mayGive(actor, role, (await this.places.of(role)) ?? []);
  }
}
