import type { ReadAll } from '#libs/ports/document-store/port';
import { modelOf, type DocumentModel, type Kept } from './document-model.js';
import { connectMongo, outage, type MongoOptions } from './mongo-connection.js';

/** @throws Unavailable, as does whoever reads on while the database is away */
export async function openReadAll(
  options: MongoOptions,
): Promise<{ readonly readAll: ReadAll; close(): Promise<void> }> {
  const connection = await connectMongo(options);
  const models = new Map<string, Promise<DocumentModel>>();
  return {
    async *readAll(collection) {
      const known = models.get(collection.name) ?? modelOf(connection, collection);
      models.set(collection.name, known);
      const model = await known;
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
