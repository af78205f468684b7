import { base } from './jest.config.js';

/** What `npm run mutation` runs for each planted change; tools/mutation.mjs says which specs. */
export default {
  ...base,
  roots: ['<rootDir>/libs/runtime', '<rootDir>/libs/services/offers'],
  // Each takes milliseconds, and many a change lets one wait for ever.
  testTimeout: 3_000,
};
