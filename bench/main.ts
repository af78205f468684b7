import { benchCluster } from './cluster.js';
import { benchEmbedded } from './embedded.js';
import { benchEngine } from './engine/engine.js';
import { benchFollowUps } from './follow-ups/follow-ups.js';
import { benchImport } from './import.js';
import { benchSignIn } from './sign-in.js';
import { print, type Bench } from './table.js';
import { benchWeb } from './web/web.js';
import { benchWorkload } from './workload.js';

const benches: Readonly<Record<string, (args: readonly string[]) => Promise<Bench>>> = {
  cluster: benchCluster,
  embedded: benchEmbedded,
  engine: benchEngine,
  'follow-ups': benchFollowUps,
  import: benchImport,
  'sign-in': benchSignIn,
  web: benchWeb,
  workload: benchWorkload,
};

const [name = '', ...flags] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  process.stderr.write(
    `npm run bench -- NAME [--json]; NAME is one of: ${Object.keys(benches).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  const measured = await bench(flags);
  process.stdout.write(print(measured, flags.includes('--json')));
  process.exitCode = measured.broken.length > 0 ? 1 : 0;
}
