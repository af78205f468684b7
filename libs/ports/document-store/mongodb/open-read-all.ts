import type { ReadAll } from '#libs/ports/document-store/port';
import { modelOf, type Kept } from './document-model.js';
import { connectMongo, outage, type MongoOptions } from './mongo-connection.js';

/** @throws Unavailable, as does whoever reads on while the database is away */
export async function openReadAll(
  options: MongoOptions,
): Promise<{ readonly readAll: ReadAll; close(): Promise<void> }> {
  const connection = await connectMongo(options);
  return {
    async *readAll(collection) {
      const model = await modelOf(connection, collection);
      try {
        for await (const { body } of model.find().lean<Kept[]>().cursor() as AsyncIterable<Kept>)
          yield body as never;
      } catch (error) {
        throw outage(error);
      }
    },
    close: () => connection.close(),
  };
}
