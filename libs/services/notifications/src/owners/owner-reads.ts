import { Injectable } from '@nestjs/common';
import { ServiceReads } from '#libs/runtime';
import type {
  Appointment,
  MatchStep,
  MatchView,
  OfferView,
  PersonView,
  RequestView,
  ShoreView,
} from './views.js';

/** An event named it and its owner does not know it. */
class NotWithItsOwner extends Error {
  override readonly name = 'NotWithItsOwner';
  constructor(service: string, what: string) {
    super(`${service} has no such ${what}`);
  }
}

const part = encodeURIComponent;
const personKeptMs = 5_000;
const mostPeople = 5_000;

/** What other services know, read each time it is needed. Every method throws Unavailable when the owner is away. */
@Injectable()
export class OwnerReads {
  private readonly people = new Map<string, { person: Promise<PersonView | undefined>; until: number }>();

  constructor(private readonly reads: ServiceReads) {}

  match(id: string): Promise<MatchView | undefined> {
    return this.reads.get('matching', `/api/matches/${part(id)}`);
  }

  /** @throws NotWithItsOwner */
  request(id: string): Promise<RequestView> {
    return this.must('requests', 'request', `/api/requests/${part(id)}`);
  }

  /** @throws NotWithItsOwner */
  offer(id: string): Promise<OfferView> {
    return this.must('offers', 'offer', `/api/offers/${part(id)}`);
  }

  /** As the directory knew the person at most 5 s ago: many mails go to few people. */
  person(id: string): Promise<PersonView | undefined> {
    const known = this.people.get(id);
    if (known && known.until > performance.now()) return known.person;
    if (this.people.size >= mostPeople) this.people.clear();
    const person = this.reads.get<PersonView>('directory', `/internal/people/${part(id)}`);
    this.people.set(id, { person, until: performance.now() + personKeptMs });
    person.catch(() => this.people.delete(id));
    return person;
  }

  /** @throws NotWithItsOwner */
  school(id: string): Promise<ShoreView> {
    return this.must('directory', 'school location', `/api/school-locations/${part(id)}`);
  }

  /** Who answers for an organisation when the person named is gone. */
  async firstContactOf(organisationId: string): Promise<PersonView | undefined> {
    const path = `/internal/organisations/${part(organisationId)}/contacts`;
    return (await this.reads.get<{ items: readonly PersonView[] }>('directory', path))?.items[0];
  }

  /** @throws NotWithItsOwner */
  async appointment(match: MatchView): Promise<Appointment> {
    const [request, offer, school, partner, coordinator, counterNote] = await Promise.all([
      this.request(match.requestId),
      this.offer(match.offerId),
      this.school(match.schoolLocationId),
      this.must<ShoreView>('directory', 'organisation', `/api/organisations/${part(match.organisationId)}`),
      this.coordinatorOf(match.regionId),
      match.question > 1 ? this.counterNoteOf(match.id) : undefined,
    ]);
    const [ofSchool, ofPartner] = await Promise.all([
      this.person(request.contactId),
      this.partnerContact(offer.contactId, match.organisationId),
    ]);
    return {
      match,
      request,
      offer,
      school,
      partner,
      contacts: { ...(ofSchool ? { school: ofSchool } : {}), ...(ofPartner ? { partner: ofPartner } : {}) },
      ...(coordinator ? { coordinator } : {}),
      ...(counterNote ? { counterNote } : {}),
    };
  }

  async partnerContact(personId: string, organisationId: string): Promise<PersonView | undefined> {
    return (await this.person(personId)) ?? this.firstContactOf(organisationId);
  }

  private async coordinatorOf(regionId: string): Promise<PersonView | undefined> {
    const path = `/internal/people?region=${part(regionId)}&role=coordinator`;
    return (await this.reads.get<{ items: readonly PersonView[] }>('directory', path))?.items[0];
  }

  private async counterNoteOf(matchId: string): Promise<string | undefined> {
    const path = `/api/matches/${part(matchId)}/history`;
    const history = await this.reads.get<{ items: readonly MatchStep[] }>('matching', path);
    return history?.items.findLast(({ what }) => what === 'countered')?.reason;
  }

  private async must<T>(service: string, what: string, path: string): Promise<T> {
    const found = await this.reads.get<T>(service, path);
    if (!found) throw new NotWithItsOwner(service, what);
    return found;
  }
}
