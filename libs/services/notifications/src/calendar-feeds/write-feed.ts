import { Injectable } from '@nestjs/common';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Links } from '../links.js';
import { calendarOfMany } from '../mails/calendar.js';
import type { Reader } from '../mails/letter.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { ReadAppointment } from '../owners/read-appointment.js';
import type { MatchView, PersonView } from '../owners/views.js';

/** The nearest ones; a calendar asks again within the day. */
const most = 60;

/** One person's own confirmed appointments as one calendar, read from their owners as they are now. */
@Injectable()
export class WriteFeed {
  constructor(
    private readonly owners: OwnerReads,
    private readonly appointments: ReadAppointment,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** Undefined when nobody of that name may come in any more. @throws Unavailable */
  async of(personId: string): Promise<string | undefined> {
    const person = await this.owners.person(personId);
    if (!person) return undefined;
    const now = this.clock.now();
    const own = await this.ownOf(person);
    const nearest = own.toSorted((a, b) => startOf(a.match) - startOf(b.match)).slice(0, most);
    const entries = await Promise.all(
      nearest.map(async ({ match, side }) => {
        const reader: Reader = { side, lang: person.language, today: localDateOf(now) };
        return { appointment: await this.appointments.of(match), reader, url: this.links.match(match.id) };
      }),
    );
    return calendarOfMany(entries, { host: this.links.host(), now });
  }

  private async ownOf({ id, roles = [] }: PersonView) {
    const schools = new Set(roles.flatMap(({ schoolLocationId }) => schoolLocationId ?? []));
    const organisations = new Set(roles.flatMap(({ organisationId }) => organisationId ?? []));
    const asTeacher = await Promise.all([...schools].map((each) => this.owners.agreed(`school:${each}`)));
    const asPartner = await Promise.all(
      [...organisations].map((each) => this.owners.agreed(`organisation:${each}`)),
    );
    const given = await Promise.all(
      asPartner.flat().map(async (match) => ((await this.gives(id, match)) ? match : [])),
    );
    const own = new Map<string, { readonly match: MatchView; readonly side: Reader['side'] }>();
    for (const match of asTeacher.flat())
      if (match.contacts.school.includes(id)) own.set(match.id, { match, side: 'school' });
    for (const match of given.flat()) own.set(match.id, { match, side: 'partner' });
    return [...own.values()];
  }

  private async gives(personId: string, { contacts, offerId }: MatchView): Promise<boolean> {
    if (contacts.partner === personId) return true;
    const offer = offerId ? await this.owners.offer(offerId) : undefined;
    if (offer?.givenBy.includes(personId)) return true;
    return contacts.partner === undefined && offer?.contactId === personId;
  }
}

const startOf = ({ sessions }: MatchView): number => Date.parse(sessions[0]?.start ?? '');
