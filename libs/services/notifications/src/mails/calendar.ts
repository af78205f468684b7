import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator';
import type { MatchSession } from '#libs/contracts';
import type { MailAttachment } from '#libs/ports/mailer/port';
import type { Appointment, PersonView } from '../owners/views.js';
import { otherName } from './facts.js';
import { oneLine, type Reader } from './letter.js';
import { sayWhere } from './say.js';
import { sayPupils } from './say-groups.js';
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

/**
 * The appointment for a calendar (RFC 5545): times in UTC, the match's calendar sequence as SEQUENCE. Its UID is the match's
 * id, or with several sessions each session's, which they keep when they are moved.
 */
export function calendarOf(appointment: Appointment, invitation: Invitation, reader: Reader): string {
  const calendar = ical({
    prodId: { company: 'Leerbrug', product: 'Leerbrug', language: 'NL' },
    method: ICalCalendarMethod[invitation.method],
    events: appointment.match.sessions.map((session) => eventOf(session, appointment, invitation, reader)),
  });
  return calendar.toString();
}

/** Many appointments as one calendar that is fetched time and again; each says where it stands. */
export function calendarOfMany(
  entries: readonly {
    readonly appointment: Appointment;
    readonly reader: Reader;
    readonly url: string;
  }[],
  { host, now }: Pick<Invitation, 'host' | 'now'>,
): string {
  return ical({
    prodId: { company: 'Leerbrug', product: 'Leerbrug', language: 'NL' },
    name: 'Leerbrug',
    ttl: 60 * 60,
    method: ICalCalendarMethod.PUBLISH,
    events: entries.flatMap(({ appointment, reader, url }) =>
      appointment.match.sessions.map((session) =>
        eventOf(session, appointment, { method: 'PUBLISH', host, url, now }, reader),
      ),
    ),
  }).toString();
}

function eventOf(
  session: MatchSession,
  appointment: Appointment,
  { method, attendee, host, url, now }: Invitation,
  reader: Reader,
): ICalEventData {
  const { match } = appointment;
  const severally = match.severally ?? match.sessions.length > 1;
  const groups = severally
    ? `: ${sayPupils({ sessions: [session], groups: match.groups }, reader.lang)}`
    : '';
  // Of an appointment that is another's now, too.
  const over = method === 'CANCEL' || match.state === 'cancelled';
  return {
    id: severally ? session.id : match.id,
    sequence: match.calendarSequence,
    stamp: new Date(now),
    start: new Date(session.start),
    end: new Date(session.end),
    summary: oneLine(`${match.title}, ${otherName(appointment, reader)}${groups}`),
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
  };
}

export function attached(content: string, method: Invitation['method']): MailAttachment {
  return {
    filename: method === 'CANCEL' ? 'afgezegd.ics' : 'afspraak.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  };
}
