import { base } from './jest.config.js';

/** The cluster's adapters and processes on real servers; fails when one cannot be had. */
export default {
  ...base,
  testMatch: [
    '<rootDir>/libs/ports/*/{kafka,mongodb,bullmq}/*.spec.ts',
    '<rootDir>/test/cluster/*.spec.ts',
    // Those that need nothing of the one process but its answers.
    '<rootDir>/test/e2e/{action-links,changes,entrances,life-of-a-match,rounds}.e2e.ts',
  ],
  setupFilesAfterEnv: ['<rootDir>/test/cluster/stories-run-here.ts'],
  globalSetup: '<rootDir>/test/servers/jest-start.js',
  globalTeardown: '<rootDir>/test/servers/jest-stop.js',
};
