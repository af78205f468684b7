import type { Organisation } from '../domain/organisation.js';

export function organisationView({ firstContactId: _, ...shown }: Organisation) {
  return shown;
}
