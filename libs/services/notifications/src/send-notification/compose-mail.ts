import { Injectable } from '@nestjs/common';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import type { Mail } from '#libs/ports/mailer/port';
import type { Notification, Subject } from '../domain/notification.js';
import { outdated, receiptOutdated } from '../domain/still-true.js';
import { Links } from '../links.js';
import { attached, calendarOf, type Invitation } from '../mails/calendar.js';
import { confirmationLetter } from '../mails/confirmation.js';
import { endingLetter } from '../mails/ending.js';
import { asHtml } from '../mails/letter-html.js';
import { asText, oneLine, subjectOf, type Letter, type Reader } from '../mails/letter.js';
import { questionLetter } from '../mails/question.js';
import { receiptLetter } from '../mails/receipt.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { Appointment, PersonView } from '../owners/views.js';

/** The mail as it is true now, or why there is none. */
export type Composed = { readonly mail: Mail } | { readonly skip: string };

type OfMatch = Exclude<Subject, { template: 'receipt' }>;
type Attachments = Mail['attachments'];

@Injectable()
export class ComposeMail {
  constructor(
    private readonly owners: OwnerReads,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** @throws Unavailable */
  execute(notification: Notification): Promise<Composed> {
    const { subject } = notification;
    return subject.template === 'receipt'
      ? this.receipt(notification, subject)
      : this.ofMatch(notification, subject);
  }

  private async receipt(
    notification: Notification,
    subject: Extract<Subject, { template: 'receipt' }>,
  ): Promise<Composed> {
    const [request, person] = await Promise.all([
      this.owners.request(subject.requestId),
      this.owners.person(notification.recipient),
    ]);
    const skip = receiptOutdated(request.state);
    if (skip) return { skip };
    if (!person) return { skip: 'nobody-there' };
    const reader = this.reader(notification, person);
    const letter = receiptLetter(subject, request, reader, this.links.request(request.id));
    return { mail: mailOf(notification, person, letter, []) };
  }

  private async ofMatch(notification: Notification, subject: OfMatch): Promise<Composed> {
    const { side, recipient } = notification;
    const match = await this.owners.match(subject.matchId);
    if (!match) return { skip: 'match-gone' };
    const skip = outdated(subject, side, match);
    if (skip) return { skip };
    const [appointment, person] = await Promise.all([
      this.owners.appointment(match),
      side === 'partner'
        ? this.owners.partnerContact(recipient, match.organisationId)
        : this.owners.person(recipient),
    ]);
    if (!person) return { skip: 'nobody-there' };
    const reader = this.reader(notification, person);
    const { letter, attachments } = this.written(subject, appointment, reader, person);
    return { mail: mailOf(notification, person, letter, attachments) };
  }

  private written(
    subject: OfMatch,
    appointment: Appointment,
    reader: Reader,
    person: PersonView,
  ): { letter: Letter; attachments: Attachments } {
    const { match } = appointment;
    const url = this.links.match(match.id);
    const calendar = (method: Invitation['method']): Attachments => {
      const invitation = { method, attendee: person, host: this.links.host(), url, now: this.clock.now() };
      return [attached(calendarOf(appointment, invitation, reader), method)];
    };
    switch (subject.template) {
      case 'question':
        return { letter: questionLetter(appointment, reader, url), attachments: [] };
      case 'confirmation':
        return { letter: confirmationLetter(appointment, reader, url), attachments: calendar('REQUEST') };
      case 'ending': {
        const links = { match: url, request: this.links.request(match.requestId) };
        return {
          letter: endingLetter(subject, appointment, reader, links),
          attachments: subject.wasConfirmed ? calendar('CANCEL') : [],
        };
      }
    }
  }

  private reader({ side }: Notification, { language }: PersonView): Reader {
    return { side, lang: language, today: localDateOf(this.clock.now()) };
  }
}

function mailOf(
  { messageId }: Notification,
  { name, email }: PersonView,
  letter: Letter,
  attachments: Attachments,
): Mail {
  return {
    messageId,
    to: { name: oneLine(name), email },
    subject: subjectOf(letter),
    text: asText(letter),
    html: asHtml(letter),
    attachments,
  };
}
