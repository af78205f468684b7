import { base } from './jest.config.js';

/** The registers as published; fails when they are missing. */
export default { ...base, testMatch: ['<rootDir>/test/real-data/*.spec.ts'] };
