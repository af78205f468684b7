import { Injectable } from '@nestjs/common';
import type { Side } from '#libs/contracts';
import { OwnerReads } from './owner-reads.js';
import type { MatchView, OfferView, PersonView } from './views.js';
import { mayAnswer } from './who-sees.js';

/** Who answers for a side of a match. Every method throws Unavailable when an owner is away. */
@Injectable()
export class Contacts {
  constructor(private readonly owners: OwnerReads) {}

  /** Ids: whom the match names, else the admins of the school. */
  async ofSchool(match: MatchView): Promise<readonly string[]> {
    const named = await this.whoMayAnswer('school', match.contacts.school, match);
    return named.length > 0 ? named : this.adminsOf(match);
  }

  /** Ids: whom the match names, else the offer, else who answers for the organisation. */
  async ofPartner(match: MatchView): Promise<readonly string[]> {
    const { contacts, offerId, organisationId } = match;
    const named = await this.whoMayAnswer('partner', contacts.partner ? [contacts.partner] : [], match);
    if (named.length > 0) return named;
    const contactId = offerId ? (await this.owners.offer(offerId)).contactId : undefined;
    const [ofOffer] = contactId ? await this.whoMayAnswer('partner', [contactId], match) : [];
    return ofOffer ? [ofOffer] : this.ofOrganisation(organisationId);
  }

  /** Ids, as above. */
  ofSide(side: Side, match: MatchView): Promise<readonly string[]> {
    return side === 'school' ? this.ofSchool(match) : this.ofPartner(match);
  }

  /**
   * Did somebody else of the partner take over from this person? Who asked for the school stays one of its people. A deputy
   * is as good as the contact.
   */
  async isReplaced(personId: string, match: MatchView): Promise<boolean> {
    const { partner } = match.contacts;
    if (!partner || partner === personId || !(await this.ofPartner(match)).includes(partner)) return false;
    return !(await this.withDeputies([partner])).includes(personId);
  }

  /** Ids: its first contact, else its partner-admins, else any of its people. */
  async ofOrganisation(organisationId: string): Promise<readonly string[]> {
    const { firstContactId } = await this.owners.organisation(organisationId);
    if (firstContactId) return [firstContactId];
    const people = await this.owners.contactsOf(organisationId);
    const admins = people.filter(({ roles = [] }) => roles.some(({ role }) => role === 'partner-admin'));
    return (admins.length > 0 ? admins : people.slice(0, 1)).map(({ id }) => id);
  }

  /** The same and whoever answers for them when they do not. */
  async withDeputies(ids: readonly string[]): Promise<readonly string[]> {
    const people = await Promise.all(ids.map((id) => this.owners.person(id)));
    return [...new Set([...ids, ...people.flatMap((person) => person?.deputyId ?? [])])];
  }

  /** That person, or who answers for the organisation when the person is gone. */
  async atPartner(personId: string, organisationId: string): Promise<PersonView | undefined> {
    return (await this.owners.person(personId)) ?? (await this.owners.contactsOf(organisationId))[0];
  }

  /** Who is there on the day, as both read it: of the school whoever receives the guest. */
  async onTheDay(match: MatchView, offer: OfferView | undefined) {
    const ids = [match.contacts.partner, offer?.contactId].filter((id) => id !== undefined);
    const [named] = await this.whoMayAnswer('partner', ids, match);
    const [school, partner] = await Promise.all([
      this.receiverOf(match),
      named ? this.atPartner(named, match.organisationId) : this.firstOf(match.organisationId),
    ]);
    return { ...(school ? { school } : {}), ...(partner ? { partner } : {}) };
  }

  private async receiverOf(match: MatchView): Promise<PersonView | undefined> {
    const named = await this.whoMayAnswer('school', match.contacts.school, match);
    const receiver = named.at(-1) ?? (await this.adminsOf(match))[0];
    return receiver ? this.owners.person(receiver) : undefined;
  }

  private async adminsOf({ regionId, schoolLocationId }: MatchView): Promise<readonly string[]> {
    const admins = await this.owners.peopleOf(regionId, 'school-admin');
    return admins
      .filter(({ roles = [] }) => roles.some((role) => role.schoolLocationId === schoolLocationId))
      .map(({ id }) => id);
  }

  private async firstOf(organisationId: string): Promise<PersonView | undefined> {
    const [first] = await this.ofOrganisation(organisationId);
    return first ? this.atPartner(first, organisationId) : undefined;
  }

  /**
   * Whoever writes a match down may name anybody by an id: who is of another house is left out, so that nobody's details
   * are had that way. Who is gone stays, for the mails that say so.
   */
  private async whoMayAnswer(side: Side, ids: readonly string[], match: MatchView): Promise<string[]> {
    const named = [...new Set(ids)];
    const people = await Promise.all(named.map((id) => this.owners.person(id)));
    return named.filter((_, i) => {
      const person = people[i];
      return person === undefined || mayAnswer(person, side, match);
    });
  }
}
