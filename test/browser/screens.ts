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
  { name: 'catalogue-none', path: '/?near=Vaals&km=5' },
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
];
