/**
 * Who may import whom. Rules are over patterns, so that a new folder is covered the day it appears;
 * test/architecture.spec.ts breaks each of them in a copy and expects it to be caught.
 */
const own = '^(libs|apps|test|bench|tools)/';
const npm = 'node_modules/';
const notTests = '(\\.spec\\.ts$|/contract/|/testing/|^test/|/test/)';

const forbidden = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbidden('no-circles', {}, { circular: true }),
    forbidden('resolvable', {}, { couldNotResolve: true }),
    forbidden(
      'contracts-import-validation-only',
      { path: '^libs/contracts/' },
      {
        pathNot:
          '^libs/contracts/|node_modules/(class-validator|class-transformer|class-validator-jsonschema)/',
      },
    ),
    forbidden(
      'facts-import-temporal-only',
      { path: '^libs/facts/', pathNot: notTests },
      { pathNot: '^libs/facts/|node_modules/temporal-polyfill/' },
    ),
    forbidden(
      'engine-imports-nothing',
      { path: '^libs/matching-engine/', pathNot: notTests },
      { pathNot: '^libs/matching-engine/' },
    ),
    forbidden(
      'port-imports-contracts-only',
      { path: '^libs/ports/[^/]+/port/', pathNot: notTests },
      { pathNot: '^libs/contracts/|^libs/ports/[^/]+/port/' },
    ),
    forbidden(
      'adapter-imports-its-own-port',
      { path: '^libs/ports/([^/]+)/(?!port/|contract/)[^/]+/', pathNot: notTests },
      { path: own, pathNot: '^libs/contracts/|^libs/ports/$1/|^libs/ports/clock/port/|^libs/ports/sqlite/' },
    ),
    forbidden(
      'only-embedded-adapters-know-sqlite',
      { path: '^libs/ports/[^/]+/(kafka|mongodb|bullmq|smtp)/' },
      { path: '^libs/ports/sqlite/' },
    ),
    forbidden(
      'service-never-imports-another',
      { path: '^libs/services/([^/]+)/' },
      { path: '^libs/services/', pathNot: '^libs/services/$1/' },
    ),
    forbidden(
      'service-never-imports-an-adapter',
      { path: '^libs/services/', pathNot: notTests },
      { path: '^libs/ports/', pathNot: '^libs/ports/[^/]+/port/' },
    ),
    forbidden(
      'only-planners-ask-the-engine',
      {
        path: own,
        pathNot: `^libs/(services/matching|planner|matching-engine)/|^apps/cli/|^bench/|${notTests}`,
      },
      { path: '^libs/matching-engine/' },
    ),
    forbidden(
      'planner-knows-the-engine-only',
      { path: '^libs/planner/', pathNot: notTests },
      { path: `${own}|${npm}`, pathNot: '^libs/(planner|matching-engine)/' },
    ),
    forbidden(
      'decisions-are-pure',
      { path: '^libs/services/[^/]+/src/domain/', pathNot: notTests },
      { pathNot: '^libs/(contracts|facts)/|^libs/services/[^/]+/src/domain/' },
    ),
    forbidden(
      'runtime-knows-no-service-and-no-adapter',
      { path: '^libs/runtime/', pathNot: notTests },
      { path: own, pathNot: '^libs/(runtime|contracts)/|^libs/ports/[^/]+/port/' },
    ),
    forbidden(
      'cluster-host-knows-no-service',
      { path: '^libs/cluster/', pathNot: notTests },
      { path: own, pathNot: '^libs/(cluster|contracts|runtime|ports|settings)/' },
    ),
    forbidden(
      'settings-know-the-mailer-only',
      { path: '^libs/settings/', pathNot: notTests },
      { path: own, pathNot: '^libs/(settings|ports/mailer)/' },
    ),
    forbidden(
      'only-processes-read-settings',
      { path: '^libs/', pathNot: `^libs/(settings|cluster)/|${notTests}` },
      { path: '^libs/settings/' },
    ),
    forbidden(
      'only-apps-know-the-cluster-host',
      { path: '^libs/', pathNot: `^libs/cluster/|${notTests}` },
      { path: '^libs/cluster/' },
    ),
    forbidden('libs-know-no-app', { path: '^libs/', pathNot: notTests }, { path: '^(apps|test|bench)/' }),
    forbidden('apps-know-no-other-app', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    forbidden('web-knows-the-api-only', { path: '^apps/web/' }, { path: own, pathNot: '^apps/web/' }),
    forbidden(
      'libraries-through-their-index',
      { path: '^(libs/(?:services/[^/]+|ports/[^/]+/[^/]+|[^/]+))/' },
      { path: '^libs/', pathNot: '^$1/|/index\\.ts$' },
    ),
    forbidden(
      'apps-use-libraries-through-their-index',
      { path: '^apps/' },
      { path: '^libs/', pathNot: '/index\\.ts$' },
    ),
    forbidden(
      'product-knows-no-test-package',
      // What the web needs is gone once it is built.
      { path: '^(libs|apps)/', pathNot: `${notTests}|^apps/web/` },
      { dependencyTypes: ['npm-dev'], path: npm },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|/node_modules/.*/node_modules/' },
    tsConfig: { fileName: 'tsconfig.direction.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
