import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mongoAnswers } from './answers.js';
import { NativeProcess, ServerMissing, cacheFolder, freePort, run, type OwnServer } from './native.js';

/** Of the quick one, with everything it brings, so that a release of one of them changes no test. */
const packages = [
  'secantusdb==0.7.0b3',
  'pymongo==4.20.0',
  'dnspython==2.9.2',
  'shapely==2.2.0',
  'numpy==2.4.6',
  's2sphere==0.2.5',
  'future==1.0.0',
  'python-dateutil==4.0.0',
];
const crate = ['secantus-mdb', '--version', '0.5.3-beta.196'];
/** Compiled in half the time; it waits for the disk anyway. */
const quickly = {
  CARGO_PROFILE_RELEASE_OPT_LEVEL: '1',
  CARGO_PROFILE_RELEASE_LTO: 'off',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '64',
};

/**
 * `quick` comes by pip in seconds, for somebody who wants to look; `durable` is compiled once in minutes and keeps what it
 * acknowledged through kill -9 at ten times the speed, for tests.
 */
export type MongoKind = 'quick' | 'durable';

/**
 * A stand-in that speaks MongoDB's protocol, where no MongoDB can be had. It has no replica set and no elections: what
 * only a real MongoDB can prove needs MONGO_URL.
 */
export async function startNativeMongo(kind: MongoKind): Promise<OwnServer> {
  const program = kind === 'quick' ? await install() : await compile();
  const port = await freePort();
  const server = new NativeProcess('Mongo');
  // An empty file keeps it from looking for settings elsewhere.
  const settings = join(server.folder, 'settings.toml');
  writeFileSync(settings, '');
  const address = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  const listen = ['--host', '127.0.0.1', '--port', String(port)];
  const store = ['--storage-path', join(server.folder, 'data'), '--cache-size', '256M', '--config', settings];
  const more = kind === 'durable' ? ['--sync-on-commit'] : [];
  return server.start(address, {
    command: program,
    args: [...listen, ...store, ...more],
    ready: () => mongoAnswers(address),
  });
}

async function install(): Promise<string> {
  const folder = join(cacheFolder, packages[0]?.replace('==', '-') ?? '');
  const whole = join(folder, 'whole');
  if (!existsSync(whole)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(cacheFolder, { recursive: true });
    try {
      await run('python3', ['-m', 'venv', folder]);
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages];
      await run(join(folder, 'bin/python'), pip);
    } catch (cause) {
      throw missing('Python 3 with venv and pip (apt-get install python3-venv)', cause);
    }
    writeFileSync(whole, '');
  }
  return join(folder, 'bin/secantusd-py');
}

async function compile(): Promise<string> {
  const folder = join(cacheFolder, `${crate[0]}-${crate[2]}`);
  const program = join(folder, 'bin/secantusd-rs');
  if (!existsSync(program)) {
    try {
      const cargo = ['install', ...crate, '--locked', '--ignore-rust-version', '--root', folder];
      await run('cargo', cargo, { env: quickly });
    } catch (cause) {
      throw missing('Rust and cmake (apt-get install cargo cmake)', cause);
    }
  }
  return program;
}

function missing(what: string, cause: unknown): ServerMissing {
  return new ServerMissing(
    `No MongoDB: set MONGO_URL, or start a container engine, or install ${what} for a stand-in.`,
    { cause },
  );
}
