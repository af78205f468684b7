import { base, longFaults } from './jest.config.js';

/** Bugs planted on purpose, a thousand approvals at once for one place, a full disk, 20,000 schedules; `npm run test:faults`. */
process.env['SCHEDULES'] ??= '20000';

export default { ...base, testMatch: [...longFaults, '<rootDir>/test/schedules/schedules.spec.ts'] };
