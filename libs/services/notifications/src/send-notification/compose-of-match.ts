import { Injectable } from '@nestjs/common';
import type { Mail } from '#libs/ports/mailer/port';
import { MakeActionLink } from '../action-links/make-action-link.js';
import { nobodyThere, type Notification } from '../domain/notification.js';
import type { SubjectOfMatch } from '../domain/subject.js';
import { goesWithContact, otherContact, outdated, tookBack } from '../domain/still-true.js';
import { Links } from '../links.js';
import { contactFor } from '../mails/contact-changed.js';
import { attached, calendarOf, type Invitation } from '../mails/calendar.js';
import type { WayOn } from '../mails/ending.js';
import type { Reader } from '../mails/letter.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { ReadAppointment } from '../owners/read-appointment.js';
import type { Appointment, MatchView, PersonView } from '../owners/views.js';
import { AddTallyCode } from './add-tally-code.js';
import { readerOf, type Composed } from './mail-of.js';
import { replyToOf, withReply } from './reply-to.js';
import { writeLetter } from './write-letter.js';

@Injectable()
export class ComposeOfMatch {
  constructor(
    private readonly owners: OwnerReads,
    private readonly appointments: ReadAppointment,
    private readonly links: Links,
    private readonly actions: MakeActionLink,
    private readonly tally: AddTallyCode,
  ) {}

  /** @throws Unavailable */
  async execute(notification: Notification, subject: SubjectOfMatch, now: number): Promise<Composed> {
    const { side, recipient } = notification;
    const match = await this.owners.match(subject.matchId);
    if (!match) return { skip: 'match-gone' };
    const skip = outdated(subject, side, match, now);
    if (skip) return { skip };
    const isReplaced = () => this.appointments.isReplaced(match, side, recipient);
    if (goesWithContact(subject) && (await isReplaced())) return { skip: otherContact };
    if (subject.template === 'handed-over' && !(await isReplaced())) return { skip: tookBack };
    const quotesTrail = quoting.includes(subject.template) || match.question > 1;
    const [appointment, person, way] = await Promise.all([
      this.appointments.of(match, quotesTrail),
      this.appointments.personOf(match, side, recipient),
      this.wayOn(subject, match),
    ]);
    if (subject.template === 'contact-changed' && contactFor(side, appointment)?.id !== subject.contactId)
      return { skip: otherContact };
    if (!person?.email) return { skip: nobodyThere };
    if (isReminder(notification) && person.preferences?.reminders === false) return { skip: 'unsubscribed' };
    const reader = readerOf(notification, person, now);
    const { letter: plain, calendar } = writeLetter(subject, appointment, reader, way);
    const whom = { subject, side, recipient: person.id };
    const { letter, files } =
      subject.template === 'reminder' && side === 'school'
        ? await this.tally.to(plain, whom, match)
        : { letter: await this.actions.into(plain, whom, match), files: [] };
    const invitation = calendar
      ? [this.calendar(calendar, calendared(appointment, subject), { reader, person, now })]
      : [];
    const replyTo = replyToOf(appointment, reader);
    return {
      person,
      letter: withReply(letter, replyTo),
      attachments: [...invitation, ...files],
      about: match.id,
      ...(replyTo ? { replyTo } : {}),
    };
  }

  /** The request is read for where it stands, when the school is back at it. */
  private async wayOn({ template }: SubjectOfMatch, { id, requestId }: MatchView): Promise<WayOn> {
    const match = this.links.match(id);
    if (template !== 'ending' || !requestId) return { match };
    const { state, windows, answerBy } = await this.owners.request(requestId);
    return { match, request: { url: this.links.request(requestId), state, windows, answerBy } };
  }

  private calendar(
    method: Invitation['method'],
    appointment: Appointment,
    { reader, person, now }: { reader: Reader; person: PersonView; now: number },
  ): Mail['attachments'][number] {
    const url = this.links.match(appointment.match.id);
    const invitation = { method, attendee: person, host: this.links.host(), url, now };
    return attached(calendarOf(appointment, invitation, reader), method);
  }
}

/** Those that quote what somebody wrote. */
const quoting: readonly SubjectOfMatch['template'][] = ['change-dropped', 'rest-cancelled'];

/** Of what took place in part only the rest leaves the calendar. */
const calendared = (appointment: Appointment, subject: SubjectOfMatch): Appointment =>
  subject.template === 'rest-cancelled'
    ? { ...appointment, match: { ...appointment.match, sessions: subject.sessions, severally: true } }
    : appointment;

/** What somebody may do without; who comes or receives is no reminder, though it waits for the digest. */
const isReminder = ({ lane, subject }: Notification): boolean =>
  lane === 'quiet' && subject.template !== 'contact-changed';
