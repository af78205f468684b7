import type { Refusal } from '#libs/contracts';
import { refuse } from './person.errors.js';
import { operatorKey, roleKey, roleKeys, type Person } from './person.js';

const ofCoordinators = roleKey('coordinator', 'region', '');

/** What may not be left without anybody, as the keys its people are found by: each region's coordinators, the operators. */
export function circlesOf(person: Person): string[] {
  return roleKeys(person).filter((key) => key === operatorKey || key.startsWith(ofCoordinators));
}

/** The circles that the person is of before and not after. */
export function circlesLeft(before: Person, after: Person): string[] {
  const still = new Set(circlesOf(after));
  return [...new Set(circlesOf(before))].filter((circle) => !still.has(circle));
}

/** Why the last one stays. */
export function lastOf(circle: string): Refusal {
  return refuse(circle === operatorKey ? 'people.last-operator' : 'people.last-coordinator');
}
