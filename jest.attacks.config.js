import { base } from './jest.config.js';

/** People at work while everything is killed under them, in both modes; on real servers that are its own. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/attacks/*.spec.ts'],
  // Side by side they would mostly measure each other.
  maxWorkers: 1,
};
