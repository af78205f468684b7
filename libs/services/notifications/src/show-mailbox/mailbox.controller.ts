import { Controller, Get, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { MailView, Text } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { Mailbox, Mailer } from '#libs/ports/mailer/port';
import { AnswersPage, Policy } from '#libs/runtime';
import { refuse } from '../notification.errors.js';

class MailboxQuery {
  /** An address, in any case. */
  @IsOptional() @Text(320) to?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

/** The demo shows its mails instead of sending them. */
@Controller('api/demo/mailbox')
export class MailboxController {
  constructor(private readonly mailer: Mailer) {}

  /** Newest first. @throws Refusal `mailbox.none` where mails go out for real */
  @Get()
  @Policy('demo.read')
  @AnswersPage(MailView)
  async list(@Query() { to, limit = 50 }: MailboxQuery) {
    if (!(this.mailer instanceof Mailbox)) throw refuse('mailbox.none');
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
