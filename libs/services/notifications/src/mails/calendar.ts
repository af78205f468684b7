import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MailAttachment } from '#libs/ports/mailer/port';
import type { Appointment, PersonView } from '../owners/views.js';
import { oneLine, type Reader } from './letter.js';
import { sayWhere, spanOf } from './say.js';
import { sheetText } from './visit-sheet.js';

export interface Invitation {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** Whom a REQUEST or CANCEL is for (RFC 5546 §3.2 wants an attendee); a calendar that is fetched has none. */
  readonly attendee?: PersonView;
  /** The name under which people know this Leerbrug. */
  readonly host: string;
  readonly url: string;
  /** Epoch ms. */
  readonly now: number;
}

/** The appointment for a calendar (RFC 5545): times in UTC, the match's id as UID, its calendar sequence as SEQUENCE. */
export function calendarOf(
  appointment: Appointment,
  { method, attendee, host, url, now }: Invitation,
  reader: Reader,
): string {
  const { match, offer, school, partner } = appointment;
  const { start, end } = spanOf(appointment);
  const other = reader.side === 'school' ? partner.name : school.name;
  const over = match.state === 'cancelled';
  const calendar = ical({
    prodId: { company: 'Leerbrug', product: 'Leerbrug', language: 'NL' },
    method: ICalCalendarMethod[method],
    events: [
      {
        id: match.id,
        sequence: match.calendarSequence,
        stamp: new Date(now),
        start: new Date(start),
        end: new Date(end),
        summary: oneLine(`${offer.title}, ${other}`),
        location: oneLine(sayWhere(appointment, reader.lang)),
        description: over ? url : `${sheetText(appointment, reader)}\n\n${url}`,
        status: over ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        organizer: { name: 'Leerbrug', email: `noreply@${host}` },
        ...(attendee
          ? {
              attendees: [
                {
                  // A quote cannot stand in a parameter, not even escaped (RFC 5545 §3.2).
                  name: oneLine(attendee.name.replaceAll('"', '')),
                  email: attendee.email,
                  status: ICalAttendeeStatus.ACCEPTED,
                  rsvp: false,
                },
              ],
            }
          : {}),
      },
    ],
  });
  return calendar.toString();
}

export function attached(content: string, method: Invitation['method']): MailAttachment {
  return {
    filename: method === 'CANCEL' ? 'afgezegd.ics' : 'afspraak.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  };
}
