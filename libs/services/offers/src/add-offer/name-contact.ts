import { Injectable } from '@nestjs/common';
import type { OrganisationChanged } from '#libs/contracts';
import { Copies, InjectCopies, KnownContacts, type Actor } from '#libs/runtime';
import { organisationCopies } from '../offers.collection.js';

/** Who gets the questions about an offer. */
@Injectable()
export class NameContact {
  constructor(
    @InjectCopies(organisationCopies) private readonly organisations: Copies<OrganisationChanged>,
    private readonly contacts: KnownContacts,
  ) {}

  /** Who is named; null is the first contact of the organisation; undefined when nobody is, or it has none. @throws as `KnownContacts.mustBe` */
  async execute(
    named: string | null | undefined,
    actor: Actor,
    action: 'offers.add' | 'offers.change',
    place: { readonly regions: string[]; readonly organisation: string },
  ): Promise<string | undefined> {
    if (named === null) return (await this.organisations.get(place.organisation))?.firstContactId;
    await this.contacts.mustBe(named, actor, action, place);
    return named;
  }
}
