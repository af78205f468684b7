import { connect } from 'node:net';
import { lookOnlyWhileSomethingWaits } from '#libs/ports/event-bus/kafka';
import kafkajs from 'kafkajs';
import mongoose from 'mongoose';

/** Resolves when a broker answers there with a controller. */
export async function kafkaAnswers(brokers: string): Promise<void> {
  lookOnlyWhileSomethingWaits();
  const admin = new kafkajs.Kafka({
    clientId: 'leerbrug-servers',
    brokers: brokers.split(','),
    connectionTimeout: 1_000,
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    const { controller } = await admin.describeCluster();
    if (controller === null) throw new Error('no controller yet');
  } finally {
    await admin.disconnect();
  }
}

/** Resolves when a database answers there that takes writes. */
export async function mongoAnswers(url: string): Promise<void> {
  const connection = mongoose.createConnection(url, { serverSelectionTimeoutMS: 2_000 });
  try {
    await connection.asPromise();
    await connection.db?.command({ ping: 1 });
  } finally {
    await connection.destroy(true);
  }
}

/** Resolves when a Redis answers there. */
export function redisAnswers(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port || 6379), hostname, () => void socket.write('PING\r\n'));
    const done = (error?: Error) => {
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    socket.setTimeout(2_000, () => done(new Error('no answer')));
    socket.once('error', done);
    // A server that asks for a password answers too.
    socket.once('data', () => done());
  });
}
