import type { Me, Role } from '../api/me.js';

/** One line of the header's navigation: where it leads, what it is called (`common:nav.…`), for whom it is. */
interface Place {
  readonly to:
    | '/'
    | '/aanvragen'
    | '/afspraken'
    | '/school'
    | '/vandaag'
    | '/mijn-aanbod'
    | '/vraag'
    | '/bord'
    | '/inbox'
    | '/rondes'
    | '/onvervuld'
    | '/mensen'
    | '/regio-instellingen'
    | '/cijfers'
    | '/beheer';
  readonly word:
    | 'nav.catalogue'
    | 'nav.requests'
    | 'nav.appointments'
    | 'nav.school'
    | 'nav.today'
    | 'nav.offers'
    | 'nav.demand'
    | 'nav.board'
    | 'nav.inbox'
    | 'nav.rounds'
    | 'nav.unmet'
    | 'nav.people'
    | 'nav.region'
    | 'nav.figures'
    | 'nav.operations';
  readonly roles: readonly Role[] | 'everyone';
}

const school: readonly Role[] = ['teacher', 'school-admin'];
const partner: readonly Role[] = ['partner', 'partner-admin'];

const places: readonly Place[] = [
  { to: '/bord', word: 'nav.board', roles: ['coordinator'] },
  { to: '/inbox', word: 'nav.inbox', roles: ['coordinator'] },
  { to: '/rondes', word: 'nav.rounds', roles: ['coordinator'] },
  { to: '/aanvragen', word: 'nav.requests', roles: school },
  { to: '/vandaag', word: 'nav.today', roles: partner },
  { to: '/mijn-aanbod', word: 'nav.offers', roles: partner },
  { to: '/vraag', word: 'nav.demand', roles: partner },
  { to: '/afspraken', word: 'nav.appointments', roles: [...school, ...partner, 'coordinator'] },
  { to: '/', word: 'nav.catalogue', roles: 'everyone' },
  { to: '/onvervuld', word: 'nav.unmet', roles: ['coordinator'] },
  { to: '/school', word: 'nav.school', roles: school },
  { to: '/mensen', word: 'nav.people', roles: ['coordinator', 'school-admin', 'partner-admin'] },
  { to: '/regio-instellingen', word: 'nav.region', roles: ['coordinator'] },
  { to: '/cijfers', word: 'nav.figures', roles: ['coordinator', 'reader'] },
  { to: '/beheer', word: 'nav.operations', roles: ['operator'] },
];

/** What somebody with these roles has in the header, each once; a visitor has what is everyone's. */
export function placesFor(me: Pick<Me, 'roles'> | null): readonly Place[] {
  const roles = new Set((me?.roles ?? []).map(({ role }) => role));
  return places.filter((place) => place.roles === 'everyone' || place.roles.some((role) => roles.has(role)));
}

/** Where somebody starts after signing in. */
export function homeOf(me: Pick<Me, 'roles'> | null): Place['to'] {
  const own = placesFor(me).filter(({ roles }) => roles !== 'everyone');
  return own[0]?.to ?? '/';
}
