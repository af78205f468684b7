/** Stories, suites and decisions: everything that needs no server and no browser. */
export const base = {
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest', swc()] },
  // Nest 12 and several other packages are ESM only; jest runs CommonJS, so everything passes through swc.
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '^#libs/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
  setupFiles: ['<rootDir>/test/setup.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  maxWorkers: 2,
  // `until` gives up after 20 s and says what it waited for; the runner must not cut it short.
  testTimeout: 30_000,
};

function swc() {
  return {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  };
}

/** They take minutes or a disk of their own: see jest.faults.config.js. */
export const longFaults = ['planted', 'one-slot', 'disk'].map(
  (name) => `<rootDir>/test/faults/${name}.spec.ts`,
);

export default {
  ...base,
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts', '<rootDir>/test/e2e/*.e2e.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/real-data/',
    // They need servers: see jest.cluster.config.js.
    '<rootDir>/libs/ports/[^/]+/(kafka|mongodb|bullmq)/',
    '<rootDir>/test/cluster/',
    '<rootDir>/test/attacks/',
    ...longFaults,
  ],
};
