import { benchEmbedded } from './embedded.js';
import { benchImport } from './import.js';
import { print, type Bench } from './table.js';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  embedded: benchEmbedded,
  import: benchImport,
};

const [name = '', ...flags] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  process.stderr.write(
    `npm run bench -- NAME [--json]; NAME is one of: ${Object.keys(benches).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  const measured = await bench();
  process.stdout.write(print(measured, flags.includes('--json')));
  process.exitCode = measured.broken.length > 0 ? 1 : 0;
}
