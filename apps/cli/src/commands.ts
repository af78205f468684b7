import { Command, InvalidArgumentError, Option } from 'commander';
import type { Api } from './api.js';
import { audit } from './audit/audit.js';
import { makeBackup, restoreBackup, type Surroundings } from './backup/backup.js';
import { moveBackup } from './backup/move.js';
import { createTopics, syncIndexes } from './cluster/prepare.js';
import { createToken } from './create-token.js';
import { importRegister, type ImportOptions } from './import-register.js';
import { dropParked, listParked, replayParked, showParked } from './parked.js';
import type { Screen } from './screen.js';
import { solve, type SolveOptions } from './solve/solve.js';

/** The operator's command; whatever talks to an instance asks for it when it is needed. */
export function commands(
  instance: () => Promise<Api>,
  screen: Screen,
  surroundings: Surroundings = { environment: {}, version: '' },
): Command {
  const { environment } = surroundings;
  const leerbrug = new Command('leerbrug').description(
    'Talks to the Leerbrug that runs on this folder, or at LEERBRUG_URL',
  );

  const imports = leerbrug.command('import').description('bring a register in');
  for (const kind of ['schools', 'postcodes'] as const) {
    const command = imports
      .command(`${kind} <file>`)
      .description(
        kind === 'schools' ? "the ministry's po, vo or special file" : 'postcodes as GeoNames lays them out',
      )
      .option('--dry-run', 'report what would happen, change nothing');
    if (kind === 'schools')
      command
        .option('--as-of <date>', 'the day the file describes, as 2026-08-01 (default: today)')
        .option('--yes', 'also when more than a tenth of the locations would vanish');
    command.action(async (file: string, options: Omit<ImportOptions, 'kind' | 'file'>) =>
      importRegister(await instance(), { ...options, kind, file }, screen),
    );
  }

  imports
    .command('partners <file>')
    .description("a region's list of partners and their activities, as csv with Dutch headers")
    .requiredOption('--region <id>', 'the region they take part in')
    .option('--dry-run', 'report what would happen, change nothing')
    .action(async (file: string, options: Omit<ImportOptions, 'kind' | 'file'>) =>
      importRegister(await instance(), { ...options, kind: 'partners', file }, screen),
    );

  leerbrug
    .command('token')
    .description('keys for programs')
    .command('create')
    .requiredOption('--person <id>', 'whose token it is')
    .requiredOption('--days <n>', 'how long it is good, 1 to 730', wholeNumber)
    .option('--only <actions>', 'the actions it is for, with commas, as metrics.read; default: all')
    .action(async ({ person, days, only }: { person: string; days: number; only?: string }) =>
      createToken(
        await instance(),
        { personId: person, days, ...(only ? { only: only.split(',') } : {}) },
        screen,
      ),
    );

  const parked = leerbrug.command('parked').description('events that could not be handled');
  parked.command('list').action(async () => listParked(await instance(), screen));
  parked.command('show <id>').action(async (id: string) => showParked(await instance(), id, screen));
  parked.command('replay <id>').action(async (id: string) => replayParked(await instance(), id, screen));
  parked
    .command('drop <id>')
    .requiredOption('--reason <text>', 'why it may be dropped')
    .action(async (id: string, { reason }: { reason: string }) =>
      dropParked(await instance(), { id, reason }, screen),
    );

  leerbrug
    .command('topics')
    .description("the cluster's broker, named by KAFKA_BROKERS and MONGO_URL")
    .command('create')
    .description('make the topics that are missing')
    .action(() => createTopics(environment, screen));
  leerbrug
    .command('indexes')
    .description("the cluster's database, named by KAFKA_BROKERS and MONGO_URL")
    .command('sync')
    .description('make the collections and indexes of this version, and index again what changed')
    .option('--obsolete', 'also remove indexes that only older versions need, once none of those runs')
    .action((options: { obsolete?: true }) => syncIndexes(environment, options, screen));

  leerbrug
    .command('backup <file>')
    .description('copy the folder into one file, while it runs')
    .action((file: string) => makeBackup(file, surroundings, screen));
  leerbrug
    .command('restore <file>')
    .description('put a backup into the folder, which must be empty')
    .action((file: string) => restoreBackup(file, surroundings, screen));
  leerbrug
    .command('move <file>')
    .description('put a backup into the empty cluster at KAFKA_BROKERS and MONGO_URL')
    .action((file: string) => moveBackup(file, surroundings, screen));

  leerbrug
    .command('audit')
    .description('read all that is kept and say whether it holds together; changes nothing')
    .option('--cluster', 'the cluster at KAFKA_BROKERS and MONGO_URL instead of the folder')
    .action(async ({ cluster }: { cluster?: true }) => {
      if (!cluster && !environment['LEERBRUG_URL']) await instance();
      await audit({ environment, cluster: cluster === true }, screen);
    });

  leerbrug
    .command('solve <file>')
    .description('an assignment file of the OR-Library, exactly; or a workload folder, with proof')
    .option('--assignment <file>', 'write what each one got: 32-bit integers from 0, -1 for nothing')
    .addOption(new Option('--format <name>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--threads <n>', 'how many threads plan a workload', wholeNumber, 2)
    .action((file: string, options: Omit<SolveOptions, 'file'>) => solve({ ...options, file }, screen));
  return leerbrug;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
