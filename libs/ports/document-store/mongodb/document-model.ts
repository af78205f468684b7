import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { indexEntries } from '#libs/ports/document-store/port';
import type { Connection, IndexDefinition, IndexOptions, Model } from 'mongoose';

/** How a document lies in the database: what is asked for beside it, the document itself as it is. */
export interface Kept {
  readonly _id: string;
  readonly ver: number;
  /** Absent when nothing falls due, so that its index holds few. */
  readonly nextAt?: number;
  readonly unsent?: number;
  /** What each declared index says of it; absent when it is not in that index. */
  readonly ix: Readonly<Record<string, { readonly by: readonly string[]; readonly sort: string }>>;
  readonly body: object;
}

export type DocumentModel = Model<Kept>;

/**
 * The model of a declaration. Under a key an index gives documents in order; across all keys there is an index on the
 * order alone.
 */
export async function modelOf<D extends StoredDocument>(
  connection: Connection,
  { name, indexes }: Collection<D>,
): Promise<DocumentModel> {
  if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(name))
    throw new RangeError(`"${name}" is no name of a collection`);
  const { Schema } = await import('mongoose');
  const entry = new Schema({ by: [String], sort: String }, { _id: false });
  const ix = Object.fromEntries(Object.keys(indexes).map((index) => [index, entry]));
  const schema = new Schema<Kept>(
    {
      _id: String,
      ver: Number,
      nextAt: Number,
      unsent: Number,
      ix: new Schema(ix, { _id: false }),
      body: Schema.Types.Mixed,
    },
    { id: false, versionKey: false, minimize: false, collection: name, strictQuery: 'throw' },
  );
  for (const { keys, options } of indexesOf(indexes)) schema.index(keys, options);
  return connection.model<Kept>(name, schema);
}

interface DeclaredIndex {
  readonly keys: IndexDefinition;
  readonly options: IndexOptions;
}

function indexesOf(indexes: object): DeclaredIndex[] {
  const due = ['nextAt', 'unsent'].map((field): DeclaredIndex => {
    return {
      keys: { [field]: 1, _id: 1 },
      options: { name: field, partialFilterExpression: { [field]: { $exists: true } } },
    };
  });
  const declared = Object.keys(indexes).flatMap((index): DeclaredIndex[] => {
    if (!/^[a-zA-Z][a-zA-Z0-9-]*$/.test(index)) throw new RangeError(`"${index}" is no name of an index`);
    const sort = `ix.${index}.sort`;
    return [
      { keys: { [`ix.${index}.by`]: 1, [sort]: 1, _id: 1 }, options: { name: index } },
      {
        keys: { [sort]: 1, _id: 1 },
        options: { name: `${index} in order`, partialFilterExpression: { [sort]: { $exists: true } } },
      },
    ];
  });
  return [...due, ...declared];
}

/** A copy that nobody shares, made at once. */
export function keptOf<D extends StoredDocument>(collection: Collection<D>, document: D): Kept {
  const { id, ver, nextAt, unsent } = document;
  const ix: Record<string, { by: readonly string[]; sort: string }> = {};
  for (const [name, { keys, sort }] of Object.entries(indexEntries(collection, document)))
    if (keys.length > 0) ix[name] = { by: keys, sort };
  return {
    _id: id,
    ver,
    ...(nextAt === null ? {} : { nextAt }),
    ...(unsent === null ? {} : { unsent }),
    ix,
    body: JSON.parse(JSON.stringify(document)) as object,
  };
}
