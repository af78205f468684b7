import type { ServiceDefinition } from '#libs/runtime';
import { AuditModule } from './src/audit.module.js';
import { entries } from './src/entries.collection.js';

export { auditRefusals } from './src/audit.errors.js';

/** Who did what to which object when, of everything that happens anywhere. It only keeps and never decides. */
export const auditService: ServiceDefinition = {
  name: 'audit',
  givesWay: true,
  module: AuditModule,
  aggregates: [],
  copies: [],
  collections: [entries],
};
