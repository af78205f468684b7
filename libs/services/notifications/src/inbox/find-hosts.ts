import { Injectable } from '@nestjs/common';
import type { Side } from '#libs/contracts';
import { Contacts } from '../owners/contacts.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { MatchView } from '../owners/views.js';

/** Who receives whoever comes. */
@Injectable()
export class FindHosts {
  constructor(
    private readonly owners: OwnerReads,
    private readonly contacts: Contacts,
  ) {}

  /** The side that receives and has named nobody who is still there; undefined when somebody is, or nobody travels. */
  async missingOf(match: MatchView): Promise<Side | undefined> {
    switch (match.place) {
      case 'online':
        return undefined;
      case 'at-school':
        return (await this.isThere(match.contacts.school.at(-1))) ? undefined : 'school';
      case 'at-partner': {
        const [first] = await this.contacts.ofPartner(match);
        return (await this.isThere(first)) ? undefined : 'partner';
      }
    }
  }

  private async isThere(id: string | undefined): Promise<boolean> {
    return id !== undefined && (await this.owners.person(id)) !== undefined;
  }
}
