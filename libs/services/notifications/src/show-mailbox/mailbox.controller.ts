import { Controller, Get, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { MailView, Text } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { Mailbox, Mailer } from '#libs/ports/mailer/port';
import { AnswersPage, CurrentActor, Policy, type Actor } from '#libs/runtime';
import { refuse } from '../notification.errors.js';

class MailboxQuery {
  /** An address, in any case. */
  @IsOptional() @Text(320) to?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

/** Who may look into the mailbox. */
export class MailboxReaders {
  constructor(readonly are: 'everybody' | 'operators') {}
}

/** The demo shows its mails instead of sending them. */
@Controller('api/demo/mailbox')
export class MailboxController {
  constructor(
    private readonly mailer: Mailer,
    private readonly readers: MailboxReaders,
  ) {}

  /** Newest first. @throws Refusal `mailbox.none` where mails go out for real, or are not for this reader */
  @Get()
  @Policy('demo.read')
  @AnswersPage(MailView)
  async list(@Query() { to, limit = 50 }: MailboxQuery, @CurrentActor() actor: Actor) {
    const mayRead = this.readers.are === 'everybody' || actor.roles.some(({ role }) => role === 'operator');
    if (!(this.mailer instanceof Mailbox) || !mayRead) throw refuse('mailbox.none');
    const mails = await this.mailer.deliveries({ ...(to ? { to } : {}), limit });
    return {
      items: mails.map(({ to, at, ...mail }) => ({
        to: to.email,
        toName: to.name,
        ...mail,
        at: toOffsetIso(at),
      })),
      next: null,
    };
  }
}
