import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { ServiceReads } from '#libs/runtime';
import { Recently } from './recently.js';
import type {
  FitView,
  MatchStep,
  MatchView,
  OfferView,
  PersonView,
  RegionView,
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

interface Items<T> {
  readonly items: readonly T[];
}

const part = encodeURIComponent;
const keptMs = 5_000;

/** What other services know, read each time it is needed. Every method throws Unavailable when the owner is away. */
@Injectable()
export class OwnerReads {
  private readonly people: Recently<PersonView | undefined>;
  private readonly regions: Recently<RegionView | undefined>;
  private readonly shores: Recently<ShoreView>;
  private readonly roles: Recently<readonly PersonView[]>;

  constructor(
    private readonly reads: ServiceReads,
    clock: Clock,
  ) {
    this.people = new Recently(keptMs, clock);
    this.regions = new Recently(keptMs, clock);
    this.shores = new Recently(keptMs, clock);
    this.roles = new Recently(keptMs, clock);
  }

  match(id: string): Promise<MatchView | undefined> {
    return this.reads.get('matching', `/api/matches/${part(id)}`);
  }

  /** @throws NotWithItsOwner */
  knownMatch(id: string): Promise<MatchView> {
    return this.must('matching', 'match', `/api/matches/${part(id)}`);
  }

  /** A match's trail, oldest first. */
  async history(matchId: string): Promise<readonly MatchStep[]> {
    const path = `/api/matches/${part(matchId)}/history`;
    return (await this.reads.get<Items<MatchStep>>('matching', path))?.items ?? [];
  }

  /** What was agreed and is to come of `school:<location>` or `organisation:<id>`. */
  async agreed(owner: string): Promise<readonly MatchView[]> {
    const path = `/internal/agreed-matches?owner=${part(owner)}`;
    return (await this.reads.get<Items<MatchView>>('matching', path))?.items ?? [];
  }

  /** @throws NotWithItsOwner */
  request(id: string): Promise<RequestView> {
    return this.must('requests', 'request', `/api/requests/${part(id)}`);
  }

  /** Undefined while matching does not know the request. */
  fitOf(requestId: string): Promise<FitView | undefined> {
    return this.reads.get('matching', `/internal/fit?request=${part(requestId)}`);
  }

  /** @throws NotWithItsOwner */
  offer(id: string): Promise<OfferView> {
    return this.must('offers', 'offer', `/api/offers/${part(id)}`);
  }

  /** As the directory knew it at most 5 s ago. @throws NotWithItsOwner */
  school(id: string): Promise<ShoreView> {
    return this.shores.of(`school ${id}`, () =>
      this.must('directory', 'school location', `/api/school-locations/${part(id)}`),
    );
  }

  /** As the directory knew it at most 5 s ago. @throws NotWithItsOwner */
  organisation(id: string): Promise<ShoreView> {
    return this.shores.of(`organisation ${id}`, () =>
      this.must('directory', 'organisation', `/api/organisations/${part(id)}`),
    );
  }

  /** As the directory knew the person at most 5 s ago: many mails go to few people. */
  person(id: string): Promise<PersonView | undefined> {
    return this.people.of(id, () => this.reads.get('directory', `/internal/people/${part(id)}`));
  }

  /** As the directory knew it at most 5 s ago. */
  region(id: string): Promise<RegionView | undefined> {
    return this.regions.of(id, () => this.reads.get('directory', `/api/regions/${part(id)}`));
  }

  /** Everybody with that role in the region, its schools' and organisations' too, as it was at most 5 s ago. */
  peopleOf(regionId: string, role: string): Promise<readonly PersonView[]> {
    const path = `/internal/people?region=${part(regionId)}&role=${part(role)}`;
    return this.roles.of(
      path,
      async () => (await this.reads.get<Items<PersonView>>('directory', path))?.items ?? [],
    );
  }

  /** An organisation's people, its first contact in front. */
  async contactsOf(organisationId: string): Promise<readonly PersonView[]> {
    const path = `/internal/organisations/${part(organisationId)}/contacts`;
    return (await this.reads.get<Items<PersonView>>('directory', path))?.items ?? [];
  }

  private async must<T>(service: string, what: string, path: string): Promise<T> {
    const found = await this.reads.get<T>(service, path);
    if (!found) throw new NotWithItsOwner(service, what);
    return found;
  }
}
