import { Injectable } from '@nestjs/common';
import type { Side } from '#libs/contracts';
import { Contacts } from './contacts.js';
import { OwnerReads } from './owner-reads.js';
import type { Appointment, MatchView, PersonView } from './views.js';

/** All that letters and visit sheets say of a match, as it is now. */
@Injectable()
export class ReadAppointment {
  constructor(
    private readonly owners: OwnerReads,
    private readonly contacts: Contacts,
  ) {}

  /** @throws NotWithItsOwner, Unavailable */
  async of(match: MatchView, withHistory = false): Promise<Appointment> {
    const [offer, school, partner, [coordinator], region, history] = await Promise.all([
      match.offerId ? this.owners.offer(match.offerId) : undefined,
      this.owners.school(match.schoolLocationId),
      this.owners.organisation(match.organisationId),
      this.owners.peopleOf(match.regionId, 'coordinator'),
      this.owners.region(match.regionId),
      withHistory ? this.owners.history(match.id) : [],
    ]);
    const contacts = await this.contacts.onTheDay(match, offer);
    return {
      match,
      ...(offer ? { offer } : {}),
      school,
      partner,
      contacts,
      ...(coordinator ? { coordinator } : {}),
      ...(region ? { region } : {}),
      history,
    };
  }

  /** Has that person handed the match over to a colleague? */
  async isReplaced(match: MatchView, side: Side, personId: string): Promise<boolean> {
    return side === 'partner' && this.contacts.isReplaced(personId, match);
  }

  /** Who reads a mail to that side: the person named, or who answers for a partner when that person is gone. */
  personOf(match: MatchView, side: Side, personId: string): Promise<PersonView | undefined> {
    return side === 'partner'
      ? this.contacts.atPartner(personId, match.organisationId)
      : this.owners.person(personId);
  }
}
