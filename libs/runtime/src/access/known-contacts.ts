import { Injectable } from '@nestjs/common';
import { atField } from '#libs/contracts';
import { ServiceReads } from '../service/service-reads.js';
import { refuseAccess } from './access.errors.js';
import type { Actor, Resource } from './actor.js';
import { can, type Action } from './policy.js';

/** Who may be named as the one who answers for a school location or an organisation: nobody else would get its mails. */
@Injectable()
export class KnownContacts {
  constructor(private readonly reads: ServiceReads) {}

  /**
   * Resolves when that person may do there what is asked of a contact; of the one who names, nobody asks.
   * @throws access.contact-unknown, Unavailable
   */
  async mustBe(
    contactId: string | undefined,
    namedBy: Actor,
    action: Action,
    place: Pick<Resource, 'regions' | 'school' | 'organisation'>,
  ): Promise<void> {
    if (contactId === undefined || contactId === namedBy.id) return;
    const path = `/internal/people/${encodeURIComponent(contactId)}`;
    const person = await this.reads.get<Actor>('directory', path);
    if (!person || !can(person, action, { ...place, madeBy: contactId }))
      throw refuseAccess(
        'access.contact-unknown',
        atField('contactId', 'known', 'is nobody who answers for this school or organisation'),
      );
  }
}
