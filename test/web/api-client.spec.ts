import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aWorld } from '../support/world.js';

const committed = resolve('apps/web/src/api/schema.d.ts');

describe('what the web knows of the API', () => {
  it('is what the API says of itself; `npm run api-client` writes it anew', async () => {
    const world = await aWorld();
    const { body: api } = await world.visitor.get('/api/openapi.json');
    await world.close();

    const written = typesOf(api);

    if (process.env['UPDATE_DOCS']) writeFileSync(committed, written);
    expect(existsSync(committed) ? readFileSync(committed, 'utf8') : '').toBe(written);
  });
});

function typesOf(api: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-api-'));
  const [document, types] = [join(folder, 'openapi.json'), join(folder, 'schema.d.ts')];
  try {
    writeFileSync(document, JSON.stringify(api));
    const generator = resolve('apps/web/node_modules/openapi-typescript/bin/cli.js');
    execFileSync(process.execPath, [generator, document, '--output', types, '--alphabetize'], {
      stdio: 'pipe',
    });
    return readFileSync(types, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
