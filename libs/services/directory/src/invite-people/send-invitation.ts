import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Unavailable } from '#libs/contracts';
import { MailRefused, Mailer } from '#libs/ports/mailer/port';
import { Aggregates, DueRunner, InjectAggregates, type Aggregate, type DueCause } from '#libs/runtime';
import type { Invitation } from '../domain/invitation.js';
import { invitations } from '../invitations.collection.js';
import { SignInSettings } from '../sign-in-settings.js';
import { invitationMail } from './invitation-mail.js';
import { PlaceNames } from './place-names.js';

/** Sends the mail of an invitation as soon as it is made, and again when it could not be sent. */
@Injectable()
export class SendInvitation implements OnModuleInit {
  private readonly log = new Logger(SendInvitation.name);

  constructor(
    @InjectAggregates(invitations) private readonly invitations: Aggregates<Invitation>,
    private readonly names: PlaceNames,
    private readonly settings: SignInSettings,
    private readonly mailer: Mailer,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(invitations, (document, cause) => this.execute(document, cause));
  }

  private async execute({ id, state }: Aggregate<Invitation>, cause: DueCause): Promise<void> {
    const publicUrl = this.settings.publicUrl();
    if (!publicUrl) throw new Unavailable('the public address');
    const [inviter, place] = await Promise.all([
      this.names.ofPerson(state.invitedBy),
      this.names.ofPlace(state.role),
    ]);
    const told = { invitation: state, id, place, publicUrl, ...(inviter ? { inviter } : {}) };
    try {
      if (state.state === 'open') await this.mailer.send(invitationMail(told));
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      this.log.error(`invitation ${id} is refused: ${error.message}`);
    }
    await this.invitations.change(id, cause, (current) =>
      current.timesSent === state.timesSent ? { state: { ...current, sendAt: null } } : null,
    );
  }
}
