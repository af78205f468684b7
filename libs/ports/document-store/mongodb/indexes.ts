import { isDeepStrictEqual } from 'node:util';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import type { Connection } from 'mongoose';
import { keptOf, modelOf, type DocumentModel, type Kept } from './document-model.js';
import { connectMongo, outage, type MongoOptions } from './mongo-connection.js';

/** The database is not as the declarations say; the message says what to do. */
export class IndexesMissing extends Error {
  override readonly name = 'IndexesMissing';
}

type Collections = readonly Collection<StoredDocument>[];

/**
 * Makes the collections and indexes that are missing and brings what stands in them in line with declarations that
 * changed: for a deploy step, before the new processes start. Indexes that these declarations do not name stay, unless
 * `obsolete` says to remove them: an older process that runs on does not start again without those it declares.
 */
export async function syncIndexes(
  options: MongoOptions,
  collections: Collections,
  { obsolete = false } = {},
): Promise<void> {
  await connected(options, async (connection) => {
    for (const collection of collections) {
      const model = await modelOf(connection, collection);
      await model.createCollection();
      await (obsolete ? model.syncIndexes() : model.createIndexes());
      await indexAgain(model, collection);
    }
  });
}

/** @throws IndexesMissing; Unavailable */
export async function checkIndexes(options: MongoOptions, collections: Collections): Promise<void> {
  await connected(options, async (connection) => {
    for (const collection of collections) {
      const model = await modelOf(connection, collection);
      const { toCreate } = await model.diffIndexes();
      const [first] = toCreate as Record<string, unknown>[];
      if (first)
        throw new IndexesMissing(
          `The database has no index (${Object.keys(first).join(', ')}) on ${collection.name}. Run "leerbrug indexes sync" first.`,
        );
    }
  });
}

/** A document that somebody changes meanwhile is written with the newer declaration anyway, or by the next run. */
async function indexAgain(model: DocumentModel, collection: Collection<StoredDocument>): Promise<void> {
  for await (const kept of model.find().lean<Kept[]>().cursor() as AsyncIterable<Kept>) {
    const { ix } = keptOf(collection, kept.body as StoredDocument);
    if (isDeepStrictEqual(ix, kept.ix)) continue;
    await model.collection.updateOne({ _id: kept._id, ver: kept.ver } as never, { $set: { ix } });
  }
}

async function connected(
  options: MongoOptions,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = await connectMongo(options);
  try {
    await work(connection);
  } catch (error) {
    throw outage(error);
  } finally {
    await connection.close();
  }
}
