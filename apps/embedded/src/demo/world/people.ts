import type { SeedPerson } from '#libs/services/directory';
import { demoPartners } from './partners.js';
import { demoRegionId } from './region.js';
import { demoSchools } from './schools.js';
import { numbered } from './table.js';

export interface DemoRole {
  readonly id: string;
  readonly name: string;
  readonly role: SeedPerson['roles'][number];
  readonly also?: SeedPerson['roles'][number];
  /** What this person may try first. */
  readonly tries: string;
}

const school = { schoolLocationId: 'demo-location-01' };
const region = { regionIds: [demoRegionId] };

/** The eight whom a visitor of the demo can be. */
export const demoRoles: readonly DemoRole[] = [
  {
    id: 'demo-teacher',
    name: 'Sanne de Wit',
    role: { role: 'teacher', ...school },
    tries: 'doe een aanvraag voor je klas',
  },
  {
    id: 'demo-school-admin',
    name: 'Peter Blom',
    role: { role: 'school-admin', ...school },
    tries: 'bekijk alles van je school, zet studiedagen in de agenda',
  },
  {
    id: 'demo-partner',
    name: 'Jan Hoekstra',
    role: { role: 'partner', organisationId: 'demo-organisation-01' },
    tries: 'zet een moment open, zeg ja of stel een andere tijd voor',
  },
  {
    id: 'demo-museum',
    name: 'Mieke Stoop',
    role: { role: 'partner', organisationId: 'demo-organisation-02' },
    also: { role: 'partner-admin', organisationId: 'demo-organisation-02' },
    tries: 'maak een aanbod voor een bezoek, zeg "even niet"',
  },
  {
    id: 'demo-coordinator',
    name: 'Karim Bennani',
    role: { role: 'coordinator', ...region },
    tries: 'bekijk de voorstellen en keur er een goed',
  },
  {
    id: 'demo-leader',
    name: 'Els Vermeer',
    role: { role: 'reader', ...region },
    tries: 'lees mee als programmaleider',
  },
  {
    id: 'demo-municipality',
    name: 'Tom Kuipers',
    role: { role: 'reader', ...region },
    tries: 'lees mee namens de gemeente',
  },
  {
    id: 'demo-operator',
    name: 'Ot Beheer',
    role: { role: 'operator' },
    tries: 'lees registers in, bekijk wat bleef liggen',
  },
];

/** Those eight, and whoever receives guests or answers questions elsewhere in the region. */
export const demoPeople: readonly SeedPerson[] = [
  ...demoRoles.map(({ id, name, role, also }) => ({
    ...{ id, name, email: `${id}@leerbrug.test` },
    roles: also ? [role, also] : [role],
  })),
  ...demoSchools.flatMap(({ seed, contact }, i) =>
    contact ? [someone(contactOfSchool(i), contact, { role: 'teacher', schoolLocationId: seed.id })] : [],
  ),
  ...demoPartners.flatMap(({ seed, contact, contactId }) =>
    contact ? [someone(contactId, contact, { role: 'partner', organisationId: seed.id })] : [],
  ),
];

export function contactOfSchool(index: number): string {
  return demoSchools[index]?.contact ? numbered('demo-school-contact', index) : 'demo-teacher';
}

function someone(id: string, name: string, role: SeedPerson['roles'][number]): SeedPerson {
  return { id, name, email: `${id}@leerbrug.test`, roles: [role] };
}
