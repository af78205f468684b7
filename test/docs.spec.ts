import 'reflect-metadata';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import * as contracts from '#libs/contracts';
import * as runtime from '#libs/runtime';
import * as audit from '#libs/services/audit';
import * as directory from '#libs/services/directory';
import * as gateway from '#libs/services/gateway';
import * as impact from '#libs/services/impact';
import * as matching from '#libs/services/matching';
import * as notifications from '#libs/services/notifications';
import * as offers from '#libs/services/offers';
import * as requests from '#libs/services/requests';
import { ClusterConfig, ServersConfig } from '#libs/cluster';
import { CliConfig } from '../apps/cli/src/config.js';
import { EmbeddedConfig } from '../apps/embedded/src/config.js';

/** What is derived from code is compared here; `UPDATE_DOCS=1 npm test -- test/docs` writes it anew. */
function holds(file: string, derived: string): void {
  if (process.env['UPDATE_DOCS']) writeFileSync(file, derived);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(derived);
}

const schemas = validationMetadatasToSchemas({
  classTransformerMetadataStorage: defaultMetadataStorage,
  refPointerPrefix: '#/$defs/',
});

const eventClasses = Object.values(contracts as Record<string, unknown>).filter(
  (value): value is contracts.EventClass => {
    try {
      return (
        typeof value === 'function' && contracts.eventTypeOf(value as contracts.EventClass).type.length > 0
      );
    } catch {
      return false;
    }
  },
);

/** The schema of a class with everything it refers to. */
function schemaOf(name: string): object {
  const needed = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, other] of JSON.stringify(value).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (other && !needed.has(other)) {
        needed.add(other);
        visit(schemas[other]);
      }
    }
  };
  visit(schemas[name]);
  const defs = Object.fromEntries([...needed].sort().map((other) => [other, schemas[other]]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    ...schemas[name],
    ...(needed.size > 0 ? { $defs: defs } : {}),
  };
}

describe('docs/errors.md', () => {
  it('lists every code there is, and only those', () => {
    const tables = [
      runtime,
      gateway,
      directory,
      requests,
      offers,
      matching,
      notifications,
      impact,
      audit,
    ].flatMap((library) =>
      Object.entries(library as Record<string, unknown>).filter(([name]) => name.endsWith('Refusals')),
    );
    expect(tables.length).toBeGreaterThanOrEqual(10);
    const refusals = tables.flatMap(([, table]) =>
      Object.entries(table as Record<string, contracts.RefusalMeaning>),
    );
    const transport = Object.entries(runtime.httpProblems).map(
      ([status, { code, says }]) => [code, Number(status), says] as const,
    );
    const rows = [
      ...refusals.map(([code, { kind, says }]) => [code, runtime.statusOf[kind], says] as const),
      ...transport,
    ].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length);
    const text = rows
      .map(([code, status, says]) => `| <a id="${code}"></a>\`${code}\` | ${status} | ${says} |`)
      .join('\n');
    holds(
      'docs/errors.md',
      `# Errors\n\nEvery refusal is a problem document (RFC 9457) with one of these codes. Codes stay; sentences may get better.\n\n| code | status | says |\n|---|---|---|\n${text}\n`,
    );
  });
});

describe('docs/events.md', () => {
  it('lists every event with its version, and its schema is committed', () => {
    expect(eventClasses.length).toBeGreaterThanOrEqual(20);
    const rows = eventClasses
      .map((eventClass) => ({ name: eventClass.name, ...contracts.eventTypeOf(eventClass) }))
      .sort((a, b) => (a.type < b.type ? -1 : 1));
    for (const { name, type, version } of rows)
      holds(`docs/events/${type}.v${version}.json`, `${JSON.stringify(schemaOf(name), null, 2)}\n`);
    holds('docs/events/envelope.json', `${JSON.stringify(schemaOf('EventEnvelope'), null, 2)}\n`);
    const text = rows
      .map(({ type, version }) => `| \`${type}\` | ${version} | [schema](events/${type}.v${version}.json) |`)
      .join('\n');
    holds(
      'docs/events.md',
      `# Events\n\nWhat services tell each other. Each travels in the [envelope](events/envelope.json), at most 64 KiB, without any personal data.\n\n| type | version | data |\n|---|---|---|\n${text}\n`,
    );
    const committed = readdirSync('docs/events').sort();
    expect(committed).toEqual(
      ['envelope.json', ...rows.map(({ type, version }) => `${type}.v${version}.json`)].sort(),
    );
  });
});

describe('docs/configuration.md', () => {
  const table = (...configs: readonly object[]) => {
    type Described = Record<string, { description?: string }>;
    const described = Object.assign(
      {},
      ...configs.map((config) => schemas[config.constructor.name]?.properties),
    ) as Described;
    const defaults = Object.assign({}, ...configs) as Record<string, unknown>;
    const rows = Object.keys(described)
      .sort()
      .map((name) => {
        expect([name, described[name]?.description]).toEqual([name, expect.any(String)]);
        return `| \`${name}\` | ${(defaults[name] as string | number | undefined) ?? '–'} | ${described[name]?.description} |`;
      });
    return `| setting | default | what it does |\n|---|---|---|\n${rows.join('\n')}\n`;
  };

  it('lists every setting with its sentence and default', () => {
    holds(
      'docs/configuration.md',
      `# Configuration\n\nThe embedded process needs no setting. Those there are come from the environment, are checked at start, and a wrong one is named.\n\n${table(new EmbeddedConfig())}\n## Of the processes of a cluster\n\nEach uses those it needs; see [deploy](../deploy/README.md).\n\n${table(new ClusterConfig(), new ServersConfig())}\n## Of the command \`leerbrug\`\n\n${table(new CliConfig())}`,
    );
  });
});

describe('docker-compose.yml', () => {
  /** Of the image, or of machines beside each other: they have one file each. */
  const elsewhere = ['HOST', 'PORT', 'LEERBRUG_SERVICES', 'LEERBRUG_WEB'];

  it('hands on every setting of the processes', () => {
    const compose = readFileSync('docker-compose.yml', 'utf8');
    const settings = [ClusterConfig, ServersConfig].flatMap(({ name }) =>
      Object.keys(schemas[name]?.properties ?? {}),
    );
    expect(settings.length).toBeGreaterThan(25);
    const missing = settings.filter((name) => !new RegExp(`^ +${name}: `, 'm').test(compose));
    expect(missing.sort()).toEqual(elsewhere.sort());
  });
});

describe('what the pages say', () => {
  const pages = [
    'README.md',
    'CHANGELOG.md',
    'deploy/README.md',
    ...['docs', 'docs/decisions'].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .map((file) => join(folder, file)),
    ),
  ];

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\bnpm (?:run )?([a-z][a-z:-]*)/g)].map(
        ([, script]) => script as string,
      ),
    );
    expect(named).toEqual(expect.arrayContaining(['start', 'test']));
    for (const script of new Set(named)) expect([script, script in scripts]).toEqual([script, true]);
  });

  it('links only to what is there', () => {
    for (const page of pages) {
      for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
        expect([page, target, existsSync(join(dirname(page), target as string))]).toEqual([
          page,
          target,
          true,
        ]);
      }
    }
  });

  it('the README is a screen and a half', () => {
    expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(75);
  });
});
