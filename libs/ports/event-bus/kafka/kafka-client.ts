import { connect, isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectByTls } from 'node:tls';
import { Unavailable } from '#libs/contracts';
import type { ISocketFactory, Kafka, SASLOptions } from 'kafkajs';

export interface KafkaOptions {
  /** `host:port`, any of the cluster. */
  readonly brokers: readonly string[];
  /** The process, in the broker's logs. */
  readonly clientId: string;
  /** What names of topics and groups begin with, so that a broker may be shared. Default `leerbrug.` */
  readonly prefix?: string;
  /** Whom the broker knows us as; without it, it must not ask. */
  readonly account?: Account;
  /** Default false. */
  readonly tls?: boolean;
  /** What the client says of connections and groups. */
  readonly warn?: (what: string) => void;
}

export interface Account {
  /** Of SASL. */
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

const connectWithinMs = 3_000;
const answerWithinMs = 10_000;

const keptAliveMs = 60_000;

/** As the client's own, but without Node's warning: it leaves a listener for each request that a broker that hangs breaks off. */
const socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const servername = isIP(host) ? {} : { servername: host };
  const socket = ssl
    ? connectByTls({ host, port, ...servername, ...ssl }, onConnect)
    : connect({ host, port }, onConnect);
  return socket.setKeepAlive(true, keptAliveMs).setMaxListeners(0);
};

/** Members that come and go; and a warning about giving up, after which a producer of ours starts anew. */
const expected = /rebalanc|Limiting retries/;

/** Loaded only now: a process without a broker never has the library in memory. */
export async function kafkaClient(options: KafkaOptions): Promise<Kafka> {
  const { default: kafkajs } = await import('kafkajs');
  const { lookOnlyWhileSomethingWaits } = await import('./request-queue.js');
  lookOnlyWhileSomethingWaits();
  return new kafkajs.Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    ssl: options.tls ?? false,
    socketFactory,
    // The client's type has one shape for each mechanism; they differ by its name alone.
    ...(options.account ? { sasl: options.account as SASLOptions } : {}),
    connectionTimeout: connectWithinMs,
    requestTimeout: answerWithinMs,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator:
      () =>
      ({ log }) => {
        const what = [log.message, log['error']].filter((part) => typeof part === 'string').join(': ');
        if (!expected.test(what)) options.warn?.(what);
      },
  });
}

export function prefixOf({ prefix = 'leerbrug.' }: KafkaOptions): string {
  return prefix;
}

/** Of errors about who we are: whoever runs the broker or sets our account mends that. */
const notLetIn = /SASL/;

/**
 * What the broker refused for good (a message too large, no right to write) stays what it is; everything else is an
 * outage, of which nothing is known but that it passes.
 */
export function outage(error: unknown): unknown {
  if (error instanceof Unavailable) return error;
  for (let at = error; at instanceof Error; at = at.cause) {
    const { type, retriable } = at as { type?: string; retriable?: boolean };
    if (type !== undefined && retriable === false && !notLetIn.test(type)) return at;
  }
  return new Unavailable('the event bus', { cause: error });
}

/** The broker does not do what a step asks of it, and will not; the message says why. */
export class BrokerRefuses extends Error {
  override readonly name = 'BrokerRefuses';
}

/** As `outage`, for whoever runs a step or starts a process: what was refused for good is a sentence. */
export function explained(error: unknown): Error {
  const [first] = (error as { errors?: readonly Error[] }).errors ?? [];
  const found = outage(first ?? error) as Error;
  if (found instanceof Unavailable) return found;
  return new BrokerRefuses(`The broker refuses: ${found.message}.`, { cause: error });
}

const askAgainForMs = 10_000;
const askAgainAfterMs = 100;

/**
 * Asks again while the broker itself says that the answer may come in a moment: a partition that was just made or moved
 * is unknown or without a leader, and so is the place of all groups when the first of them comes. The client leaves that
 * to its caller, at once or after a few tries of its own.
 */
export async function patiently<T>(question: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + askAgainForMs; ;) {
    try {
      return await question();
    } catch (error) {
      if (performance.now() > until || !mayComeInAMoment(error)) throw error;
      await pause(askAgainAfterMs);
    }
  }
}

function mayComeInAMoment(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { name, type, retriable } = at as { name: string; type?: string; retriable?: boolean };
    if (name === 'KafkaJSGroupCoordinatorNotFound' || (type !== undefined && retriable)) return true;
  }
  return false;
}
