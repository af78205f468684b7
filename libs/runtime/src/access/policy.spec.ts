import { ownerKeys } from '../aggregates/aggregate.js';
import { visitor, type Actor, type GrantedRole, type Resource } from './actor.js';
import { can, listScope, mayTry, policy, scopeOf, type Action, type Relation } from './policy.js';

const granted: Record<GrantedRole['role'], GrantedRole> = {
  visitor: { role: 'visitor', regionIds: [] },
  claimant: { role: 'claimant', regionIds: ['r1'], schoolLocationId: 's1' },
  teacher: { role: 'teacher', regionIds: ['r1'], schoolLocationId: 's1' },
  'school-admin': { role: 'school-admin', regionIds: ['r1'], schoolLocationId: 's1' },
  partner: { role: 'partner', regionIds: ['r1'], organisationId: 'o1' },
  'partner-admin': { role: 'partner-admin', regionIds: ['r1'], organisationId: 'o1' },
  coordinator: { role: 'coordinator', regionIds: ['r1', 'r2'] },
  reader: { role: 'reader', regionIds: ['r1'] },
  operator: { role: 'operator', regionIds: [] },
  service: { role: 'service', regionIds: [] },
  link: { role: 'link', regionIds: [], matchId: 'm1', side: 'school' },
};
const roles = Object.keys(granted) as GrantedRole['role'][];
const actions = Object.keys(policy) as Action[];
const actor = (role: GrantedRole['role'], id = 'me'): Actor => ({ id, roles: [granted[role]] });

const resources: Record<string, Resource> = {
  mine: { regions: ['r1'], school: 's1', organisation: 'o1', madeBy: 'me', match: 'm1' },
  'of a colleague': { regions: ['r1'], school: 's1', organisation: 'o1', madeBy: 'colleague' },
  'of the region': { regions: ['r1'], school: 's2', organisation: 'o2', madeBy: 'other' },
  'of another region': { regions: ['r9'], school: 's9', organisation: 'o9', madeBy: 'me' },
  "nobody's": { regions: [] },
};

/** What each relation reaches, said a second time and independently of the code. */
const reaches: Record<Relation, readonly string[]> = {
  any: Object.keys(resources),
  region: ['mine', 'of a colleague', 'of the region'],
  school: ['mine', 'of a colleague'],
  organisation: ['mine', 'of a colleague'],
  made: ['mine'],
  own: ['mine', 'of another region'],
  match: ['mine'],
};

const cells = actions.flatMap((action) =>
  roles.map((role) => [action, role, (policy[action] as Partial<Record<string, Relation>>)[role]] as const),
);
const keysOf = (resource: Resource) => [
  ...ownerKeys(resource),
  ...[resource.madeBy ?? []].flat().map((id) => `made:${id}`),
];
/** School relations mean nothing to a partner, nor the other way round. */
const meaningful = (role: GrantedRole['role'], relation: Relation) =>
  ({
    any: true,
    region: granted[role].regionIds.length > 0,
    school: granted[role].schoolLocationId !== undefined,
    made: granted[role].schoolLocationId !== undefined,
    organisation: granted[role].organisationId !== undefined,
    own: true,
    match: granted[role].matchId !== undefined,
  })[relation];

describe('the policy table', () => {
  it('gives no role a relation that it cannot have', () => {
    expect(cells.filter(([, role, relation]) => relation && !meaningful(role, relation))).toEqual([]);
  });

  it.each(cells)('%s by %s (%s) reaches exactly what that relation reaches', (action, role, relation) => {
    const may = Object.keys(resources).filter((name) =>
      can(actor(role), action, resources[name] as Resource),
    );

    expect(may).toEqual(relation ? reaches[relation] : []);
    expect(mayTry(actor(role), action)).toBe(relation !== undefined);
  });

  it.each(cells)(
    'a list of %s for %s (%s) asks for what it may see and no more',
    (action, role, relation) => {
      const keys = new Set(scopeOf(actor(role), action));
      const listed = Object.keys(resources).filter((name) =>
        keysOf(resources[name] as Resource).some((key) => keys.has(key)),
      );

      // A list of what somebody made is the list of the school: the rest is refused one by one. A link lists nothing.
      const lists = { made: reaches.school, match: [] } as Partial<typeof reaches>;
      expect(listed).toEqual(relation ? (lists[relation] ?? reaches[relation]) : []);
    },
  );

  /** What several actions share, said a second time: a slip here would open all of them. */
  const people = [
    'claimant',
    'teacher',
    'school-admin',
    'partner',
    'partner-admin',
    'coordinator',
    'reader',
    'operator',
  ];
  const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'any']));
  const sides = {
    'school-admin': 'school',
    partner: 'organisation',
    'partner-admin': 'organisation',
    coordinator: 'region',
  };
  it.each<[Action, object]>([
    ['catalogue.read', all(['visitor', ...people, 'service'])],
    ['me.change', all(people)],
    ['claims.add', all(['visitor', ...people])],
    [
      'invitations.manage',
      { 'school-admin': 'school', 'partner-admin': 'organisation', coordinator: 'region', operator: 'any' },
    ],
    ['matches.read', { ...sides, teacher: 'school', operator: 'any', service: 'any', link: 'match' }],
    ['matches.answer', { ...sides, teacher: 'made', link: 'match' }],
    ['messages.read', { ...sides, teacher: 'school' }],
    ['offers.change', { partner: 'organisation', 'partner-admin': 'organisation', coordinator: 'region' }],
  ])('lets %s be done by just these', (action, rule) => {
    expect(policy[action]).toEqual(rule);
  });

  it('reaches what any of several roles reaches', () => {
    const both: Actor = { id: 'me', roles: [granted.teacher, granted.coordinator] };

    expect(mayTry(both, 'proposals.read')).toBe(true);
    expect(scopeOf(both, 'requests.read')).toEqual(['school:s1', 'region:r1', 'region:r2']);
    expect(can(both, 'requests.change', resources['of the region'] as Resource)).toBe(true);
  });

  it('is the same for a token made for some actions, and nothing for any other token', () => {
    const reached = (who: Actor, action: Action) => ({
      tries: mayTry(who, action),
      keys: scopeOf(who, action),
      things: Object.keys(resources).filter((name) => can(who, action, resources[name] as Resource)),
    });

    for (const [action, role] of cells) {
      const forIt = { ...actor(role), only: ['an-action', action] };
      const forOthers = { ...actor(role), only: ['an-action', `${action}.more`] };
      expect(reached(forIt, action)).toEqual(reached(actor(role), action));
      expect(reached(forOthers, action)).toEqual({ tries: false, keys: [], things: [] });
    }
  });

  it('lists nothing for a role without its school or organisation', () => {
    const lost: Actor = {
      id: 'me',
      roles: [
        { role: 'teacher', regionIds: [] },
        { role: 'partner', regionIds: [] },
        { role: 'link', regionIds: [] },
      ],
    };

    expect(scopeOf(lost, 'matches.read')).toEqual([]);
    expect(can(lost, 'matches.read', { regions: [] })).toBe(false);
  });

  it.each<[string, Actor, string | undefined, string[]]>([
    ['no region asked', actor('coordinator'), undefined, ['region:r1', 'region:r2']],
    ['one of several regions', actor('coordinator'), 'r2', ['region:r2']],
    ['a region of others', actor('coordinator'), 'r9', []],
    ['everything, narrowed', actor('operator'), 'r2', ['region:r2']],
    ['everything', actor('operator'), undefined, ['*']],
    ['a school keeps its own', actor('teacher'), 'r9', ['school:s1']],
    ['a visitor has nothing', visitor, 'r1', []],
  ])('narrows a list: %s', (_what, who, region, keys) => {
    expect(listScope(who, 'requests.read', region)).toEqual(keys);
  });
});
