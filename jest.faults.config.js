import { base, longFaults } from './jest.config.js';

/** Bugs planted on purpose, a thousand approvals at once for one place, a full disk; `npm run test:faults`. */
export default { ...base, testMatch: longFaults };
