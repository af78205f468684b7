import type { DemoPerson } from './people.js';

export interface Screen {
  /** Names the picture. */
  readonly name: string;
  readonly path: string;
  /** Who looks; a visitor when left out. */
  readonly person?: DemoPerson;
}

/** Every screen there is. Whoever adds one adds its line. */
export const screens: readonly Screen[] = [
  { name: 'catalogue', path: '/' },
  { name: 'catalogue-near', path: '/?theme=hi-tech-science&near=Zwolle&km=25&sector=po&grade=7' },
  { name: 'catalogue-none', path: '/?theme=food-nature&near=Vaals&km=1&sector=vo&from=2027-12-20' },
  { name: 'catalogue-words', path: '/?words=robot' },
  { name: 'catalogue-map', path: '/?view=map' },
  { name: 'offer', path: '/aanbod/FIRST' },
  { name: 'region', path: '/regio/demo-region' },
  { name: 'accessibility', path: '/toegankelijkheid' },
  { name: 'sign-in', path: '/inloggen' },
  { name: 'sign-in-code', path: '/inloggen#K7QM3XPA' },
  { name: 'action-without-link', path: '/actie' },
  { name: 'not-found', path: '/bestaat-niet' },
  { name: 'me', path: '/ik', person: 'demo-teacher' },
  { name: 'board', path: '/bord', person: 'demo-coordinator' },
  { name: 'board-visitor', path: '/bord' },
  { name: 'board-others', path: '/bord', person: 'demo-teacher' },
  { name: 'board-none', path: '/bord?state=none', person: 'demo-coordinator' },
  { name: 'inbox', path: '/inbox', person: 'demo-coordinator' },
  { name: 'rounds', path: '/rondes', person: 'demo-coordinator' },
  { name: 'unmet', path: '/onvervuld', person: 'demo-coordinator' },
  { name: 'people', path: '/mensen?q=Hoekstra', person: 'demo-coordinator' },
  { name: 'organisations', path: '/organisaties', person: 'demo-coordinator' },
  { name: 'imports', path: '/invoer', person: 'demo-coordinator' },
  { name: 'region-settings', path: '/regio-instellingen', person: 'demo-coordinator' },
  { name: 'figures', path: '/cijfers?year=2025-2026', person: 'demo-leader' },
  { name: 'figures-none', path: '/cijfers', person: 'demo-leader' },
  {
    name: 'figures-rows',
    path: '/cijfers/rijen?year=2025-2026&by=municipality&is=Zwolle',
    person: 'demo-leader',
  },
  { name: 'figures-demand-rows', path: '/cijfers/aanvragen', person: 'demo-leader' },
  { name: 'operations', path: '/beheer?object=demo-coordinator', person: 'demo-operator' },
  { name: 'ask', path: '/aanvragen/nieuw', person: 'demo-teacher' },
  { name: 'ask-this', path: '/aanvragen/nieuw?aanbod=FIRST', person: 'demo-teacher' },
  { name: 'book', path: '/aanbod/FIRM/boek', person: 'demo-teacher' },
  { name: 'requests', path: '/aanvragen', person: 'demo-teacher' },
  { name: 'requests-over', path: '/aanvragen?toon=over', person: 'demo-teacher' },
  { name: 'requests-visitor', path: '/aanvragen' },
  { name: 'request', path: '/aanvragen/REQUEST', person: 'demo-teacher' },
  { name: 'request-change', path: '/aanvragen/REQUEST/wijzig', person: 'demo-teacher' },
  { name: 'appointments', path: '/afspraken', person: 'demo-teacher' },
  { name: 'today', path: '/vandaag', person: 'demo-partner' },
  { name: 'own-offers', path: '/mijn-aanbod', person: 'demo-partner' },
  { name: 'own-offers-visitor', path: '/mijn-aanbod' },
  { name: 'new-offer-begin', path: '/mijn-aanbod/nieuw', person: 'demo-partner' },
  { name: 'new-offer', path: '/mijn-aanbod/nieuw?begin=robot-arm', person: 'demo-partner' },
  { name: 'own-offer', path: '/mijn-aanbod/OWNED', person: 'demo-partner' },
  { name: 'own-offer-content', path: '/mijn-aanbod/OWNED?deel=inhoud', person: 'demo-partner' },
  { name: 'own-offer-preview', path: '/mijn-aanbod/OWNED?deel=voorbeeld', person: 'demo-partner' },
  { name: 'demand', path: '/vraag', person: 'demo-partner' },
  { name: 'appointments-partner', path: '/afspraken', person: 'demo-partner' },
  { name: 'appointment', path: '/afspraken/MATCH', person: 'demo-teacher' },
  { name: 'appointment-coordinator', path: '/afspraken/MATCH', person: 'demo-coordinator' },
  { name: 'visit-sheet', path: '/afspraken/MATCH/draaiboek', person: 'demo-teacher' },
  { name: 'hands', path: '/afspraken/MATCH/handen', person: 'demo-teacher' },
  { name: 'arrange', path: '/afspraken/vastleggen', person: 'demo-teacher' },
  { name: 'school', path: '/school', person: 'demo-school-admin' },
];
