import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { InvitationView, PostInvitationBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Answer,
  Answers,
  AnswersPage,
  Command,
  CurrentActor,
  PageQuery,
  Policy,
  StepUp,
  offsetOf,
  type Actor,
  type Aggregate,
  type CommandCause,
} from '#libs/runtime';
import { isOpen, type Invitation } from '../domain/invitation.js';
import { InvitePeople } from './invite-people.js';
import { ManageInvitations } from './manage-invitations.js';

@Controller('api/invitations')
export class InvitationsController {
  constructor(
    private readonly invite: InvitePeople,
    private readonly manage: ManageInvitations,
    private readonly clock: Clock,
  ) {}

  /** Whoever has the address gets a mail; signing in with it accepts. */
  @Post()
  @Policy('invitations.manage')
  @StepUp()
  @Answers(InvitationView, 201)
  async post(@Body() body: PostInvitationBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.invite.execute(body, actor, cause);
    return new Answer(this.view(document), document.rev, status);
  }

  @Get()
  @Policy('invitations.manage')
  @AnswersPage(InvitationView)
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor) {
    const from = offsetOf(query);
    const to = from + (query.limit ?? 50);
    const found = await this.manage.list(actor);
    return {
      items: found.slice(from, to).map((each) => this.view(each)),
      next: to < found.length ? String(to) : null,
    };
  }

  /** Once more, and good for two weeks from now. */
  @Post(':id/resend')
  @HttpCode(200)
  @Policy('invitations.manage')
  @Answers(InvitationView)
  async resend(@Param('id') id: string, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.manage.sendAgain(id, actor, cause);
    return new Answer(this.view(document), document.rev, status);
  }

  @Delete(':id')
  @Policy('invitations.manage')
  @Answers(InvitationView)
  async withdraw(@Param('id') id: string, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.manage.withdraw(id, actor, cause);
    return new Answer(this.view(document), document.rev, status);
  }

  private view({ id, state }: Aggregate<Invitation>): InvitationView {
    const { email, name, role, deputyOf, invitedBy, expiresAt } = state;
    const expired = state.state === 'open' && !isOpen(state, this.clock.wall());
    return {
      id,
      email,
      ...(name ? { name } : {}),
      role: role as InvitationView['role'],
      ...(deputyOf ? { deputyOf } : {}),
      invitedBy,
      expiresAt,
      state: expired ? 'expired' : state.state,
    };
  }
}
