import { base } from './jest.config.js';

/** Screens in a real browser, against a built Leerbrug; `npm run test:browser`. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/browser/*.browser.ts'],
  maxWorkers: 2,
  // Both are CommonJS, and axe-core asks for the global `this` that a module would not have.
  transformIgnorePatterns: ['/node_modules/(axe-core|playwright-core)/'],
  testTimeout: 300_000,
};
