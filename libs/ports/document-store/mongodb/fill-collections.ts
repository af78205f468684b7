import type { Collection, ReadAll, StoredDocument } from '#libs/ports/document-store/port';
import { keptOf, modelOf, type DocumentModel, type Kept } from './document-model.js';
import { connectMongo, outage, type MongoOptions } from './mongo-connection.js';

const DOCUMENTS_AT_ONCE = 500;

/** There is something in it already. */
export class DatabaseNotEmpty extends Error {
  override readonly name = 'DatabaseNotEmpty';
}

interface Filling {
  readonly collections: readonly Collection<StoredDocument>[];
  readonly from: ReadAll;
  /** Told after each step how many documents are in. */
  readonly at: (done: number) => void;
}

/**
 * Puts every document of another store into an empty database, under its own id and version.
 * @throws DatabaseNotEmpty; Unavailable
 */
export async function fillCollections(
  options: MongoOptions,
  { collections, from, at }: Filling,
): Promise<number> {
  const connection = await connectMongo(options);
  try {
    const models = await Promise.all(
      collections.map(async (collection) => [collection, await modelOf(connection, collection)] as const),
    );
    for (const [{ name }, model] of models) {
      if (await model.findOne().lean())
        throw new DatabaseNotEmpty(`The database has documents in ${name}: it must be empty.`);
    }
    let done = 0;
    for (const [collection, model] of models)
      for await (const some of inSteps(collection, from)) {
        await insert(model, some);
        done += some.length;
        at(done);
      }
    return done;
  } catch (error) {
    throw outage(error);
  } finally {
    await connection.close();
  }
}

async function* inSteps(collection: Collection<StoredDocument>, from: ReadAll): AsyncGenerator<Kept[]> {
  let some: Kept[] = [];
  for await (const document of from(collection)) {
    some.push(keptOf(collection, document));
    if (some.length < DOCUMENTS_AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function insert(model: DocumentModel, some: readonly Kept[]): Promise<void> {
  await model.collection.insertMany(some as never, { ordered: true });
}
