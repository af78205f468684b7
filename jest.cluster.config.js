import { base } from './jest.config.js';

/** The cluster's adapters and processes on real servers; fails when one cannot be had. */
export default {
  ...base,
  testMatch: ['<rootDir>/libs/ports/*/{kafka,mongodb,bullmq}/*.spec.ts', '<rootDir>/test/cluster/*.spec.ts'],
  globalSetup: '<rootDir>/test/servers/jest-start.js',
  globalTeardown: '<rootDir>/test/servers/jest-stop.js',
};
