import type { Actor } from '#libs/runtime';
import { viewFor as viewOfMatch } from '../../libs/services/matching/src/match.view.js';
import { viewFor as viewOfRequest } from '../../libs/services/requests/src/request.view.js';
import type { Kept, Owners } from './owners.js';
import { regionId, type Partner, type Region, type School } from './region.js';

const reader: Actor = { id: 'service:notifications', roles: [{ role: 'service', regionIds: [] }] };

export type Answer = (service: string, path: string) => unknown;

/** What was read stays as it was read. */
const copyOf = <T extends object>(found: T | undefined): T | undefined => found && { ...found };

const page = (items: readonly unknown[]) => ({ items, next: null });

const asStored = <S>({ id, rev, state }: Kept<S>) => ({ id, rev, state }) as never;

/** What the owners answer to reads of the notifications: as it is now; undefined when they have no such thing. */
export function ownerAnswers(owners: Owners, region: Region): Answer {
  const schools = new Map(region.schools.map((school) => [school.id, school]));
  const partners = new Map(region.partners.map((partner) => [partner.id, partner]));
  const people = [...region.people.values()];

  const matching = ([kind, id, more]: string[], query: URLSearchParams): unknown => {
    if (kind !== 'matches') return undefined;
    if (!id) {
      const ofState = [...owners.matches.values()].filter(({ state }) => state.state === query.get('state'));
      return page(ofState.map((kept) => viewOfMatch(asStored(kept), reader)));
    }
    const kept = owners.matches.get(id);
    if (!kept) return undefined;
    return more === 'history' ? page(kept.state.history) : viewOfMatch(asStored(kept), reader);
  };
  const requests = ([, id]: string[]): unknown => {
    if (!id) return page([...owners.requests.values()].map(({ id: own, state }) => ({ id: own, ...state })));
    const kept = owners.requests.get(id);
    return kept && viewOfRequest(asStored(kept), reader);
  };
  const directory = ([kind, id, more]: string[], query: URLSearchParams): unknown => {
    switch (kind) {
      case 'school-locations':
        return more === 'groups'
          ? page((schools.get(id ?? '')?.groups ?? []).map((group) => ({ ...group, state: 'known' })))
          : shoreOf(schools.get(id ?? ''));
      case 'organisations':
        return more === 'contacts'
          ? page(partners.get(id ?? '')?.people ?? [])
          : partnerOf(partners.get(id ?? ''));
      case 'people':
        return id
          ? copyOf(region.people.get(id))
          : page(people.filter(({ roles }) => roles.some(({ role }) => role === query.get('role'))));
      case 'regions':
        return {
          id: regionId,
          name: 'IJsselland',
          contactEmail: 'regio@ijssel.example',
          schoolLocations: region.schools.map((school) => ({ id: school.id, name: school.name })),
        };
      default:
        return undefined;
    }
  };
  const offers = ([kind, id]: string[]): unknown =>
    kind === 'offers' && id ? offerOf(id, partners.get(id.replace(/^offer-of-/, ''))) : undefined;
  const byService: Readonly<Record<string, (path: string[], query: URLSearchParams) => unknown>> = {
    matching,
    requests,
    directory,
    offers,
    impact: () => ({ items: reachedGroups(owners) }),
  };
  return (service, path) => {
    const [where = '', query = ''] = path.split('?');
    const parts = where.split('/').slice(2).map(decodeURIComponent);
    return byService[service]?.(parts, new URLSearchParams(query));
  };
}

const reachedGroups = ({ matches }: Owners): string[] =>
  [...matches.values()]
    .filter(({ state }) => ['counted', 'evaluated', 'closed'].includes(state.state))
    .flatMap(({ state }) => state.groups.map(({ groupId }) => groupId));

const place = { place: 'Zwolle', postcode: '8011PK', lat: 52.5126, lon: 6.0936 };

const shoreOf = (school: School | undefined) =>
  school && {
    id: school.id,
    name: school.name,
    street: 'Dorpsstraat 1',
    location: place,
    holidayRegion: school.holidayRegion,
    calendar: school.calendar,
  };

const partnerOf = (partner: Partner | undefined) =>
  partner && {
    id: partner.id,
    name: partner.name,
    firstContactId: partner.firstContactId,
    closed: partner.closed,
    location: place,
  };

const offerOf = (id: string, partner: Partner | undefined) =>
  partner && {
    id,
    promise: 'by-appointment',
    location: place,
    durationMinutes: 90,
    lessonsPerVisit: 1,
    leadTimeDays: 14,
    contactId: partner.firstContactId,
    visit: { host: 'Meld je bij de balie.' },
  };
