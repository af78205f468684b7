import type { PersonName } from './world.js';

export type Body = Readonly<Record<string, unknown>>;
/** What the routes are about. */
export type Ids = Readonly<
  Record<'free' | 'full' | 'third' | 'match' | 'request' | 'group' | 'call' | 'held' | 'numbers', string>
>;

/** One route with a body that it takes, and people who may not send it. */
interface Route {
  readonly route: string;
  readonly who: PersonName;
  readonly path: (ids: Ids) => string;
  readonly body: (ids: Ids) => Body;
  /** Another body that is well-formed. */
  readonly other: Body;
  /** A field of which the body cannot do without, and one with a value of the wrong type. */
  readonly needed?: string;
  readonly wrong: readonly [field: string, value: unknown];
  /** What an id that nobody knows gets; undefined where the path names none. */
  readonly unknown?: readonly [status: number, code: string];
  /** Whose it is not, and what that person gets. */
  readonly foreign?: readonly [who: PersonName, status: number, code: string];
  /** A role that may not at all. */
  readonly role: PersonName;
}

export const group = (name: string) => ({ sector: 'po', grades: ['7'], pupils: 20, name });
const missing = [404, 'aggregate.missing'] as const;
const at = (day: string) => `2027-03-${day}T09:00:00+01:00`;
export const slot = (day: string) => ({ start: at(day), end: `2027-03-${day}T10:30:00+01:00` });
export const arranged = (time: object, name: string) => ({
  schoolLocationId: 'school-brug',
  organisationId: 'museum',
  kind: 'museum-visit',
  themes: ['hi-tech-science/robotics'],
  sessions: [{ ...time, groups: [group(name)] }],
});
export const past = { start: '2026-11-10T09:00:00+01:00', end: '2026-11-10T10:30:00+01:00' };
export const booking = (name: string) => ({ schoolLocationId: 'school-brug', groups: [group(name)] });

const list = Buffer.from('organisatie;plaats\nDe Smederij;Zwolle\n').toString('base64');

/** Every route since the life of a match is whole, in an order in which each finds what it needs. */
export const routes: readonly Route[] = [
  {
    route: 'bookings',
    who: 'teacher',
    path: ({ free }) => `/api/slots/${free}/bookings`,
    body: () => booking('7C'),
    other: booking('7D'),
    needed: 'groups',
    wrong: ['option', 'yes'],
    unknown: [422, 'matches.slot-unknown'],
    foreign: ['stranger', 403, 'access.not-yours'],
    role: 'museum',
  },
  {
    route: 'waiting-list',
    who: 'teacher',
    path: ({ full }) => `/api/slots/${full}/waiting-list`,
    body: () => booking('7E'),
    other: booking('7F'),
    needed: 'schoolLocationId',
    wrong: ['groups', {}],
    unknown: [422, 'matches.slot-unknown'],
    foreign: ['stranger', 403, 'access.not-yours'],
    role: 'museum',
  },
  {
    route: 'arranged',
    who: 'teacher',
    path: () => '/api/matches/arranged',
    body: () => arranged(past, '6A'),
    other: arranged(past, '6B'),
    needed: 'sessions',
    wrong: ['costs', 'none'],
    foreign: ['stranger', 403, 'access.not-yours'],
    role: 'operator',
  },
  {
    route: 'repeat',
    who: 'teacher',
    path: ({ match }) => `/api/matches/${match}/repeat`,
    body: () => ({ start: '2028-03-14T09:00:00+01:00' }),
    other: { start: '2028-03-21T09:00:00+01:00' },
    wrong: ['start', 'next year'],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'operator',
  },
  {
    route: 'move',
    who: 'teacher',
    path: ({ match }) => `/api/matches/${match}/move`,
    body: ({ third }) => ({ slotId: third, reason: 'Toets.' }),
    other: { start: at('30'), reason: 'Toets.' },
    needed: 'reason',
    wrong: ['start', '2027-03-30'],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'operator',
  },
  {
    route: 'pupils',
    who: 'admin',
    path: ({ numbers }) => `/api/matches/${numbers}/pupils`,
    body: ({ group: groupId }) => ({ groups: [{ groupId, pupils: 21 }] }),
    other: { groups: [{ groupId: 'another', pupils: 22 }] },
    needed: 'groups',
    wrong: ['onBehalfOf', 'nobody'],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'operator',
  },
  {
    route: 'contact',
    who: 'teacher',
    path: ({ match }) => `/api/matches/${match}/contact`,
    body: () => ({ contactId: 'admin' }),
    other: { contactId: 'colleague' },
    needed: 'contactId',
    wrong: ['how', 7],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'operator',
  },
  {
    route: 'held',
    who: 'museum',
    path: ({ held }) => `/api/matches/${held}/held`,
    body: () => ({}),
    other: { how: 'belde' },
    wrong: ['how', []],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'operator',
  },
  {
    route: 'count',
    who: 'museum',
    path: ({ held }) => `/api/matches/${held}/count`,
    body: () => ({ people: 1, hours: { preparation: 0, delivery: 1, travel: 0 } }),
    other: { people: 2, hours: { preparation: 0, delivery: 1, travel: 0 } },
    wrong: ['people', '2'],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'operator',
  },
  {
    route: 'no-show',
    who: 'museum',
    path: ({ held }) => `/api/matches/${held}/no-show`,
    body: () => ({ reason: 'Niemand kwam.' }),
    other: { reason: 'Toch niet.' },
    needed: 'reason',
    wrong: ['reason', ''],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'operator',
  },
  {
    route: 'call',
    who: 'coordinator',
    path: ({ request }) => `/api/requests/${request}/call`,
    body: () => ({ organisationIds: ['museum'] }),
    other: { organisationIds: ['factory'] },
    needed: 'organisationIds',
    wrong: ['organisationIds', 'museum'],
    unknown: missing,
    role: 'teacher',
  },
  {
    route: 'calls/:id/answer',
    who: 'museum',
    path: ({ call }) => `/api/calls/${call}/answer`,
    body: () => slot('23'),
    other: slot('24'),
    needed: 'end',
    wrong: ['start', 1],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'teacher',
  },
  {
    route: 'block',
    who: 'museum',
    path: ({ third }) => `/api/slots/${third}/block`,
    body: () => ({ groups: 0 }),
    other: { groups: 1 },
    needed: 'groups',
    wrong: ['groups', -1],
    unknown: missing,
    foreign: ['partner', 404, 'aggregate.missing'],
    role: 'teacher',
  },
  {
    route: 'groups',
    who: 'teacher',
    path: () => '/api/school-locations/school-brug/groups',
    body: () => ({ ...group('5A'), grades: ['5'] }),
    other: { ...group('5B'), grades: ['5'] },
    needed: 'name',
    wrong: ['pupils', 2.5],
    foreign: ['stranger', 404, 'aggregate.missing'],
    role: 'museum',
  },
  {
    route: 'imports',
    who: 'coordinator',
    path: () => '/api/imports',
    body: () => ({
      kind: 'partners',
      regionId: 'region-ijssel',
      filename: 'a.csv',
      content: list,
      dryRun: true,
    }),
    other: { kind: 'partners', regionId: 'region-ijssel', filename: 'b.csv', content: 'b3Jn', dryRun: true },
    needed: 'content',
    wrong: ['dryRun', 'yes'],
    role: 'teacher',
  },
];
