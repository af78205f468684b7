import { can, type Actor } from '#libs/runtime';
import type { Organisation } from '../domain/organisation.js';
import { organisationOwners } from '../organisations.collection.js';

/** What this actor may see of it: its ceilings and first contact are for those who may change them. */
export function organisationView(state: Organisation, actor: Actor) {
  const { listed: _, firstContactId, maxPerMonth, maxPerSchoolYear, maxPerPersonPerMonth, ...shown } = state;
  const changer = can(actor, 'organisations.change', organisationOwners(state));
  return {
    ...shown,
    closed: shown.closed ?? [],
    ...((changer || can(actor, 'people.find', { regions: [] })) && firstContactId ? { firstContactId } : {}),
    ...(changer && maxPerMonth ? { maxPerMonth } : {}),
    ...(changer && maxPerSchoolYear ? { maxPerSchoolYear } : {}),
    ...(changer && maxPerPersonPerMonth ? { maxPerPersonPerMonth } : {}),
  };
}
