import { flushCompileCache } from 'node:module';
import { Unavailable } from '#libs/contracts';
import { IndexesMissing, MongoUrlWrong } from '#libs/ports/document-store/mongodb';
import { BrokerRefuses, TopicsWrong } from '#libs/ports/event-bus/kafka';
import { SigningKeyMissing } from '#libs/runtime';
import { ConfigInvalid } from '#libs/settings';

/** What a host needs of the process it runs in; given by `main.ts`, so that nothing here ends a process by itself. */
export interface HostProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  once(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  exit(code: number): void;
}

const endsWithinMs = 10_000;

/** What runs, until somebody ends it. */
interface Running {
  /** Printed as one line of JSON, for whoever started the process. */
  readonly says: object;
  close(): Promise<void>;
}

/** Runs it until the process is told to end, or `fatal` is called. A start that fails says why in one sentence. */
export async function host(
  process: HostProcess,
  start: (fatal: (reason: Error) => void) => Promise<Running>,
): Promise<void> {
  let running: Running | undefined;
  let ending = false;
  const end = (code: number) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), endsWithinMs).unref();
    void Promise.resolve(running?.close()).then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  const fatal = (reason: Error) => {
    process.stderr.write(sentenceOf(reason));
    end(1);
  };
  process.once('SIGTERM', () => end(0));
  process.once('SIGINT', () => end(0));
  try {
    running = await start(fatal);
    process.stdout.write(`${JSON.stringify({ ready: true, ...running.says })}\n`);
    // With NODE_COMPILE_CACHE: whoever is killed cannot do this on the way out, and has to be back soon.
    flushCompileCache();
  } catch (error) {
    process.stderr.write(sentenceOf(error as Error));
    process.exit(1);
  }
}

const known = [ConfigInvalid, TopicsWrong, BrokerRefuses, IndexesMissing, MongoUrlWrong, SigningKeyMissing];

/** Which settings say where it is, and who we are there. */
const settings = [
  ['the event bus', 'KAFKA_BROKERS (and KAFKA_USERNAME, if it asks for one)'],
  ['the document store', 'MONGO_URL'],
  ['the follow-up queue', 'REDIS_URL'],
] as const;

function sentenceOf(error: Error): string {
  if (error instanceof Unavailable) {
    const [, setting = 'the settings'] = settings.find(([what]) => error.message.startsWith(what)) ?? [];
    return `${error.message}: is it running, and is what ${setting} says right?\n`;
  }
  return `${known.some((kind) => error instanceof kind) ? error.message : String(error.stack)}\n`;
}
