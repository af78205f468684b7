import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { collectionsOf } from '#libs/cluster';
import { definitions } from './definitions.js';

describe('the collections that a deploy step prepares', () => {
  it('are all that the services name anywhere', () => {
    const files = execFileSync(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', 'libs/services'],
      {
        encoding: 'utf8',
      },
    )
      .split('\n')
      .filter((file) => /(?<!\.spec)\.ts$/.test(file));
    const named = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:\bname: |declareCopies[^(]*\()'([a-z]+\.[a-z-]+)'/g)].map(
        ([, name]) => name,
      ),
    );
    const prepared = new Set(definitions.flatMap(collectionsOf).map(({ name }) => name));

    expect(named.length).toBeGreaterThan(40);
    expect([...new Set(named)].filter((name) => name && !prepared.has(name))).toEqual([]);
  });
});
