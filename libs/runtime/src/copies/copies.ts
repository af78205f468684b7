import {
  AlreadyTaken,
  StaleVersion,
  type Collection,
  type DocumentStore,
  type Page,
  type Query,
  type StoredDocument,
} from '#libs/ports/document-store/port';

/** What a service keeps of another's aggregate, as of that aggregate's event number `seq`. */
export interface Copy<D> extends StoredDocument {
  readonly seq: number;
  readonly data: D;
}

export function declareCopies<D>(
  name: string,
  indexes: Collection<Copy<D>>['indexes'] = {},
): Collection<Copy<D>> {
  return { name, indexes };
}

/** For copies that somebody walks from the first to the last: most are only asked for by id, and each index is paid for. */
export const walked = { all: { by: () => '*' } };

/** A service's own copies of what others published, fed by events; the newest event wins, whatever order they come in. */
export class Copies<D> {
  constructor(
    private readonly collection: Collection<Copy<D>>,
    private readonly store: DocumentStore,
  ) {}

  async get(id: string): Promise<D | undefined> {
    return (await this.store.get(this.collection, id))?.data;
  }

  find(index: string, query: Query): Promise<Page<Copy<D>>> {
    return this.store.find(this.collection, index, query);
  }

  /** Keeps `data` unless a newer one is kept already. */
  async put(id: string, seq: number, data: D): Promise<void> {
    const read = () => this.store.get(this.collection, id);
    // Of an aggregate's first event there is hardly ever anything to be read.
    for (let kept = seq === 1 ? undefined : await read(); ; kept = await read()) {
      if (kept && kept.seq >= seq) return;
      const next: Copy<D> = { id, ver: (kept?.ver ?? 0) + 1, nextAt: null, unsent: null, seq, data };
      try {
        await (kept ? this.store.replace(this.collection, next) : this.store.insert(this.collection, next));
        return;
      } catch (error) {
        if (!(error instanceof StaleVersion) && !(error instanceof AlreadyTaken)) throw error;
      }
    }
  }

  /** Every copy there is, by id. @throws UnknownIndex unless they were declared as `walked`. */
  async *all(): AsyncGenerator<Copy<D>> {
    let after: string | null = null;
    do {
      const page: Page<Copy<D>> = await this.find('all', {
        equals: '*',
        limit: 1000,
        ...(after ? { after } : {}),
      });
      yield* page.items;
      after = page.next;
    } while (after);
  }
}
