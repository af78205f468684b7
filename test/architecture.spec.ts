import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A forbidden import, where it is written, and the rule that must catch it. */
const planted: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['libs/contracts/src/planted.ts', '#libs/facts', 'contracts-import-validation-only'],
  ['libs/contracts/src/planted-nest.ts', '@nestjs/common', 'contracts-import-validation-only'],
  ['libs/facts/src/planted.ts', '#libs/contracts', 'facts-import-temporal-only'],
  ['libs/matching-engine/src/planted.ts', '#libs/facts', 'engine-imports-nothing'],
  ['libs/matching-engine/src/planted-node.ts', 'node:fs', 'engine-imports-nothing'],
  ['libs/planner/src/planted.ts', '#libs/facts', 'planner-knows-the-engine-only'],
  ['libs/ports/document-store/port/planted.ts', '#libs/runtime', 'port-imports-contracts-only'],
  [
    'libs/ports/document-store/sqlite/planted.ts',
    '#libs/ports/event-bus/port',
    'adapter-imports-its-own-port',
  ],
  [
    'libs/ports/document-store/mongodb/planted.ts',
    '#libs/ports/sqlite',
    'only-embedded-adapters-know-sqlite',
  ],
  ['libs/services/requests/src/planted.ts', '#libs/services/offers', 'service-never-imports-another'],
  ['libs/services/brand-new/src/planted.ts', '#libs/services/offers', 'service-never-imports-another'],
  [
    'libs/services/requests/src/planted-adapter.ts',
    '#libs/ports/document-store/sqlite',
    'service-never-imports-an-adapter',
  ],
  ['libs/services/offers/src/planted.ts', '#libs/matching-engine', 'only-planners-ask-the-engine'],
  ['libs/services/requests/src/domain/planted.ts', '@nestjs/common', 'decisions-are-pure'],
  ['libs/services/requests/src/domain/planted-runtime.ts', '#libs/runtime', 'decisions-are-pure'],
  ['libs/services/requests/src/domain/planted-node.ts', 'node:crypto', 'decisions-are-pure'],
  ['libs/runtime/src/planted.ts', '#libs/services/requests', 'runtime-knows-no-service-and-no-adapter'],
  [
    'libs/runtime/src/planted-adapter.ts',
    '#libs/ports/event-bus/in-process',
    'runtime-knows-no-service-and-no-adapter',
  ],
  ['libs/cluster/src/planted.ts', '#libs/services/requests', 'cluster-host-knows-no-service'],
  ['libs/settings/src/planted.ts', '#libs/runtime', 'settings-know-the-mailer-only'],
  ['libs/services/requests/src/planted-settings.ts', '#libs/settings', 'only-processes-read-settings'],
  ['libs/services/requests/src/planted-cluster.ts', '#libs/cluster', 'only-apps-know-the-cluster-host'],
  ['libs/runtime/src/planted-app.ts', '../../../apps/embedded/src/embedded.js', 'libs-know-no-app'],
  ['apps/cli/src/planted.ts', '../../embedded/src/embedded.js', 'apps-know-no-other-app'],
  ['apps/web/src/planted.ts', '../../../libs/facts/index.js', 'web-knows-the-api-only'],
  [
    'apps/cli/src/planted-inside.ts',
    '../../../libs/runtime/src/http/problem.js',
    'apps-use-libraries-through-their-index',
  ],
  [
    'libs/services/requests/src/planted-inside.ts',
    '../../../runtime/src/http/problem.js',
    'libraries-through-their-index',
  ],
  ['libs/runtime/src/planted-test.ts', 'fast-check', 'product-knows-no-test-package'],
  ['libs/runtime/src/planted-nowhere.ts', './nowhere.js', 'resolvable'],
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('the direction of imports', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'leerbrug-architecture-'));
    for (const file of [
      'package.json',
      'tsconfig.json',
      'tsconfig.direction.json',
      '.dependency-cruiser.cjs',
    ])
      cpSync(file, join(copy, file));
    for (const folder of ['libs', 'apps', 'test', 'bench']) {
      cpSync(folder, join(copy, folder), {
        recursive: true,
        filter: (path) => !path.includes('node_modules'),
      });
    }
    for (const packages of ['node_modules', 'apps/web/node_modules'])
      if (existsSync(packages)) symlinkSync(resolve(packages), join(copy, packages));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const cruise = (): Violation[] => {
    const { stdout } = spawnSync(
      'node_modules/.bin/depcruise',
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'test', 'bench'],
      {
        cwd: copy,
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
      },
    );
    return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
  };

  it('holds in the tree, and each rule catches what it forbids', () => {
    expect(cruise()).toEqual([]);

    for (const [file, imports] of planted) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(
        join(copy, file),
        `import * as forbidden from '${imports}';\nexport const planted = forbidden;\n`,
      );
    }
    writeFileSync(
      join(copy, 'libs/facts/src/circle-a.ts'),
      "import { b } from './circle-b.js';\nexport const a = () => b;\n",
    );
    writeFileSync(
      join(copy, 'libs/facts/src/circle-b.ts'),
      "import { a } from './circle-a.js';\nexport const b = () => a;\n",
    );

    const caught = cruise().map(({ from, rule }) => `${from}: ${rule.name}`);
    for (const [file, , rule] of planted) expect(caught).toContain(`${file}: ${rule}`);
    expect(caught).toContain('libs/facts/src/circle-a.ts: no-circles');
  }, 60_000);
});

describe('the house', () => {
  it('has a contract suite for every adapter of a port', () => {
    const withoutSuite = ['clock', 'ids', 'sqlite'];
    for (const port of readdirSync('libs/ports').filter((name) => !withoutSuite.includes(name))) {
      for (const adapter of readdirSync(join('libs/ports', port)).filter(
        (name) => name !== 'port' && name !== 'contract',
      )) {
        const files = readdirSync(join('libs/ports', port, adapter));
        expect([port, adapter, files.some((file) => file.endsWith('.contract.spec.ts'))]).toEqual([
          port,
          adapter,
          true,
        ]);
      }
    }
  });

  it('has no star exports, no default exports and no focused tests', () => {
    const files = execFileSync('git', ['ls-files', 'apps', 'libs', 'bench', 'test'], { encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.config.ts') && existsSync(file));
    expect(files.length).toBeGreaterThan(100);
    const wrong = /^export \* from|^export default |\b(it|describe|test)\.(only|skip|todo)\(/m;
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      if (file !== 'test/architecture.spec.ts') expect([file, wrong.test(text)]).toEqual([file, false]);
    }
  });
});
