import type { Actor, GrantedRole, Resource } from './actor.js';

/**
 * How a role must relate to a resource: `any` not at all; `region`, `school`, `organisation`: it owns it; `made`: it is of
 * the own school and made by this very person; `own`: made by this very person; `match`: it is the match of the link.
 */
export type Relation = 'any' | 'region' | 'school' | 'organisation' | 'made' | 'own' | 'match';

type Rule = Partial<Record<GrantedRole['role'], Relation>>;

const everyone: Rule = {
  visitor: 'any',
  claimant: 'any',
  teacher: 'any',
  'school-admin': 'any',
  partner: 'any',
  'partner-admin': 'any',
  coordinator: 'any',
  reader: 'any',
  operator: 'any',
  service: 'any',
};
const signedIn: Rule = { ...everyone };
delete signedIn.visitor;
delete signedIn.service;

const visitorsToo: Rule = { ...everyone };
delete visitorsToo.service;

const administers: Rule = {
  'school-admin': 'school',
  'partner-admin': 'organisation',
  coordinator: 'region',
  operator: 'any',
};
const concernedByMatch: Rule = {
  teacher: 'school',
  'school-admin': 'school',
  partner: 'organisation',
  'partner-admin': 'organisation',
  coordinator: 'region',
  operator: 'any',
  service: 'any',
  link: 'match',
};
const sidesOfMatch: Rule = {
  teacher: 'made',
  'school-admin': 'school',
  partner: 'organisation',
  'partner-admin': 'organisation',
  coordinator: 'region',
  link: 'match',
};
const writesOfMatch: Rule = {
  teacher: 'school',
  'school-admin': 'school',
  partner: 'organisation',
  'partner-admin': 'organisation',
  coordinator: 'region',
};
const partnersOfOffer: Rule = {
  partner: 'organisation',
  'partner-admin': 'organisation',
  coordinator: 'region',
};

/** Who may do what. A route without a line here does not start; what a line does not name is not allowed. */
export const policy = {
  'health.read': everyone,
  'metrics.read': { operator: 'any' },
  'demo.read': everyone,
  'demo.move-clock': signedIn,
  'taxonomy.read': everyone,
  'me.read': signedIn,
  'events.follow': signedIn,
  'me.change': signedIn,
  'sign-in.try': everyone,
  'sign-in.serve': { service: 'any' },
  'regions.read': everyone,
  'regions.add': { operator: 'any' },
  'regions.change': { coordinator: 'region', operator: 'any' },
  'regions.draw': { operator: 'any' },
  'regions.read-settings': { coordinator: 'region', operator: 'any', service: 'any' },
  'school-locations.read': {
    claimant: 'school',
    teacher: 'school',
    'school-admin': 'school',
    coordinator: 'region',
    reader: 'region',
    operator: 'any',
    service: 'any',
  },
  'school-locations.change-calendar': {
    teacher: 'school',
    'school-admin': 'school',
    coordinator: 'region',
    operator: 'any',
  },
  'groups.read': {
    teacher: 'school',
    'school-admin': 'school',
    coordinator: 'region',
    operator: 'any',
    service: 'any',
  },
  'groups.change': { teacher: 'school', 'school-admin': 'school', coordinator: 'region' },
  'organisations.read': {
    teacher: 'region',
    'school-admin': 'region',
    partner: 'organisation',
    'partner-admin': 'organisation',
    coordinator: 'region',
    reader: 'region',
    operator: 'any',
    service: 'any',
  },
  'organisations.add': { coordinator: 'region', operator: 'any' },
  'organisations.change': { 'partner-admin': 'organisation', coordinator: 'region', operator: 'any' },
  'organisations.make-board': { coordinator: 'region', operator: 'any' },
  'people.read': {
    teacher: 'school',
    'school-admin': 'school',
    partner: 'organisation',
    'partner-admin': 'organisation',
    coordinator: 'region',
    operator: 'any',
  },
  'people.show': {
    claimant: 'own',
    teacher: 'school',
    'school-admin': 'school',
    partner: 'organisation',
    'partner-admin': 'organisation',
    coordinator: 'region',
    reader: 'own',
    operator: 'any',
  },
  'people.change': {
    claimant: 'own',
    teacher: 'own',
    partner: 'own',
    reader: 'own',
    'school-admin': 'school',
    'partner-admin': 'organisation',
    coordinator: 'region',
    operator: 'any',
  },
  'people.erase': {
    claimant: 'own',
    teacher: 'own',
    'school-admin': 'own',
    partner: 'own',
    'partner-admin': 'own',
    coordinator: 'own',
    reader: 'own',
    operator: 'any',
  },
  'people.reset-second-factor': { coordinator: 'region', operator: 'any' },
  'personal-data.serve': { service: 'any' },
  'audit.read': { coordinator: 'region', operator: 'any' },
  'people.read-addresses': administers,
  'invitations.manage': administers,
  'roles.give-at-school': { 'school-admin': 'school', coordinator: 'region', operator: 'any' },
  'roles.give-at-organisation': { 'partner-admin': 'organisation', coordinator: 'region', operator: 'any' },
  'roles.give-reader': { coordinator: 'region', operator: 'any' },
  'roles.give-coordinator': { operator: 'any' },
  'claims.add': visitorsToo,
  'claims.read': { coordinator: 'region', operator: 'any', service: 'any' },
  'claims.decide': { coordinator: 'region' },
  'action-links.use': { service: 'any' },
  'actions.answer': visitorsToo,
  'people.find': { service: 'any' },
  'postcodes.read': { service: 'any' },
  'api-tokens.add': { operator: 'any' },
  'api-tokens.revoke': { operator: 'any' },
  'api-tokens.resolve': { service: 'any' },
  'imports.add': { coordinator: 'region', operator: 'any' },
  'imports.read': { coordinator: 'region', operator: 'any' },
  'requests.post': { claimant: 'school', teacher: 'school', 'school-admin': 'school', coordinator: 'region' },
  'requests.read': {
    claimant: 'own',
    teacher: 'school',
    'school-admin': 'school',
    coordinator: 'region',
    operator: 'any',
    service: 'any',
  },
  'requests.assign': { coordinator: 'region' },
  'requests.change': { claimant: 'own', teacher: 'made', 'school-admin': 'school', coordinator: 'region' },
  'demand.read': { partner: 'region', 'partner-admin': 'region', coordinator: 'region', operator: 'any' },
  'offers.add': partnersOfOffer,
  'offers.read': {
    partner: 'organisation',
    'partner-admin': 'organisation',
    coordinator: 'region',
    operator: 'any',
    service: 'any',
  },
  'offers.change': partnersOfOffer,
  'catalogue.read': everyone,
  'proposals.read': { coordinator: 'region', operator: 'any' },
  'freed-places.read': { coordinator: 'region', operator: 'any', service: 'any' },
  'proposals.decide': { coordinator: 'region' },
  'rounds.read': { coordinator: 'region', reader: 'region', operator: 'any' },
  'rounds.plan': { coordinator: 'region' },
  'reports.read': { coordinator: 'region', reader: 'region', operator: 'any', service: 'any' },
  'reports.serve': { service: 'any' },
  'slots.book': { teacher: 'school', 'school-admin': 'school', coordinator: 'region' },
  'matches.arrange': {
    teacher: 'school',
    'school-admin': 'school',
    partner: 'organisation',
    'partner-admin': 'organisation',
    coordinator: 'region',
  },
  'calls.read': {
    partner: 'organisation',
    'partner-admin': 'organisation',
    coordinator: 'region',
    operator: 'any',
    service: 'any',
  },
  'calls.answer': { partner: 'organisation', 'partner-admin': 'organisation' },
  'matches.serve': { service: 'any' },
  'matches.read': concernedByMatch,
  'matches.read-contacts': {
    teacher: 'school',
    'school-admin': 'school',
    partner: 'organisation',
    'partner-admin': 'organisation',
    coordinator: 'region',
  },
  'matches.answer': sidesOfMatch,
  'messages.read': writesOfMatch,
  'messages.write': writesOfMatch,
  'inbox.read': { coordinator: 'region', operator: 'any' },
  'mails.unsubscribe': visitorsToo,
  'calendar-feeds.read': visitorsToo,
  'parked.read': { operator: 'any', service: 'any' },
  'parked.decide': { operator: 'any', service: 'any' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof policy;

function related(granted: GrantedRole, relation: Relation, actor: Actor, resource: Resource): boolean {
  const ownSchool = granted.schoolLocationId !== undefined && granted.schoolLocationId === resource.school;
  switch (relation) {
    case 'any':
      return true;
    case 'region':
      return granted.regionIds.some((region) => resource.regions.includes(region));
    case 'school':
      return ownSchool;
    case 'made':
      return ownSchool && [resource.madeBy ?? []].flat().includes(actor.id);
    case 'organisation':
      return granted.organisationId !== undefined && granted.organisationId === resource.organisation;
    case 'own':
      return [resource.madeBy ?? []].flat().includes(actor.id);
    case 'match':
      return granted.matchId !== undefined && granted.matchId === resource.match;
  }
}

function ruleFor({ only }: Actor, action: Action): Rule {
  return only && !only.includes(action) ? {} : policy[action];
}

/** May this actor do this to this resource? */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
  const rule = ruleFor(actor, action);
  return actor.roles.some((granted) => {
    const relation = rule[granted.role];
    return relation !== undefined && related(granted, relation, actor, resource);
  });
}

/** Is there any resource at all to which this actor may do this? */
export function mayTry(actor: Actor, action: Action): boolean {
  const rule = ruleFor(actor, action);
  return actor.roles.some(({ role }) => rule[role] !== undefined);
}

/** The owner keys (as `ownerKeys` makes them) that together hold everything the actor may list; never more. */
export function scopeOf(actor: Actor, action: Action): readonly string[] {
  const rule = ruleFor(actor, action);
  const keys = new Set<string>();
  for (const granted of actor.roles) {
    const relation = rule[granted.role];
    if (relation === 'any') return ['*'];
    if (relation === 'region') for (const region of granted.regionIds) keys.add(`region:${region}`);
    if ((relation === 'school' || relation === 'made') && granted.schoolLocationId)
      keys.add(`school:${granted.schoolLocationId}`);
    if (relation === 'organisation' && granted.organisationId)
      keys.add(`organisation:${granted.organisationId}`);
    if (relation === 'own') keys.add(`made:${actor.id}`);
  }
  return [...keys];
}

/** As `scopeOf`, narrowed to one region where a list is asked for it. */
export function listScope(actor: Actor, action: Action, region?: string): readonly string[] {
  const keys = scopeOf(actor, action);
  if (!region) return keys;
  if (keys.includes('*')) return [`region:${region}`];
  return keys.filter((key) => !key.startsWith('region:') || key === `region:${region}`);
}
