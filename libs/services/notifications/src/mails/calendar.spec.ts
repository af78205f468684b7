import { aMatch, anAppointment, aPerson, twoLessons } from '../../test/builders.js';
import type { Appointment } from '../owners/views.js';
import { calendarOf, type Invitation } from './calendar.js';
import type { Reader } from './letter.js';

const reader: Reader = { side: 'school', lang: 'nl', today: '2026-11-23' };

/** The calendar's content lines, unfolded (RFC 5545 §3.1). */
function lines(over: Partial<Appointment> = {}, invitation: Partial<Invitation> = {}): string[] {
  const text = calendarOf(
    anAppointment(over),
    {
      method: 'REQUEST',
      attendee: aPerson(),
      host: 'leerbrug.test',
      url: 'https://leerbrug.test/afspraken/match-1',
      now: Date.parse('2026-11-23T08:00:00Z'),
      ...invitation,
    },
    reader,
  );
  return text.replaceAll('\r\n ', '').split('\r\n');
}

const confirmed = (calendarSequence: number) => aMatch({ state: 'confirmed', calendarSequence });

describe('the calendar', () => {
  it('invites to one event with the match as its identity and times in UTC', () => {
    expect(lines({ match: confirmed(1) })).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'BEGIN:VEVENT',
        'UID:match-1',
        'SEQUENCE:1',
        'DTSTAMP:20261123T080000Z',
        'DTSTART:20270112T080000Z',
        'DTEND:20270112T093000Z',
        'SUMMARY:Een robotarm in de klas\\, Machinefabriek Hoekstra',
        'LOCATION:Op school: De Springplank\\, Dorpsstraat 1\\, 8261AA Kampen',
        'ORGANIZER;CN="Leerbrug":mailto:noreply@leerbrug.test',
        'STATUS:CONFIRMED',
        'END:VEVENT',
      ]),
    );
  });

  it('raises the sequence and keeps the identity when it is taken back', () => {
    const match = aMatch({ state: 'cancelled', calendarSequence: 2 });
    const taken = lines({ match }, { method: 'CANCEL' });

    expect(taken).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'UID:match-1', 'SEQUENCE:2', 'STATUS:CANCELLED']),
    );
  });

  it('is taken back of who handed it over, though it takes place', () => {
    const taken = lines({ match: confirmed(2) }, { method: 'CANCEL' });

    expect(taken).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'UID:match-1', 'SEQUENCE:2', 'STATUS:CANCELLED']),
    );
  });

  it('has an event for each of several sessions, each with its own identity and groups', () => {
    const written = lines({ match: { ...confirmed(3), ...twoLessons } });

    expect(written.filter((line) => /^(UID|SEQUENCE|DTSTART|SUMMARY)/.test(line))).toEqual([
      'UID:match-1-1',
      'SEQUENCE:3',
      'DTSTART:20270112T080000Z',
      'SUMMARY:Een robotarm in de klas\\, Machinefabriek Hoekstra: groep 7/8A\\, 26 leerlingen',
      'UID:match-1-2',
      'SEQUENCE:3',
      'DTSTART:20270112T090000Z',
      'SUMMARY:Een robotarm in de klas\\, Machinefabriek Hoekstra: groep 6B\\, 24 leerlingen',
    ]);
  });

  it('describes the visit', () => {
    const description = lines({ match: confirmed(1) }).find((line) => line.startsWith('DESCRIPTION'));

    expect(description).toContain('Ontvangst: Meld je bij de balie.');
    expect(description).toContain('https://leerbrug.test/afspraken/match-1');
  });

  it('lets no title or name break out of its line', () => {
    const title = 'Robots\r\nEND:VEVENT\nATTENDEE:mailto:evil@evil.example';
    const attendee = aPerson({ name: 'Ans "juf"\r\nX-EVIL:1;:,' });
    const written = lines({ match: { ...confirmed(1), title } }, { attendee });

    expect(written.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(written.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
      expect.stringMatching(/CN="Ans juf X-EVIL:1;:,":MAILTO:ans@school\.example$/),
    ]);
    expect(written.some((line) => line.startsWith('X-EVIL'))).toBe(false);
  });

  it('names nobody in a calendar that is fetched', () => {
    const fetched = {
      method: 'PUBLISH',
      host: 'leerbrug.test',
      url: 'https://leerbrug.test',
      now: 0,
    } as const;

    const text = calendarOf(anAppointment({ match: confirmed(1) }), fetched, reader);

    expect(text).toContain('METHOD:PUBLISH');
    expect(text).not.toContain('ATTENDEE');
  });
});
