import { Injectable } from '@nestjs/common';
import { AlreadyTaken, DocumentStore } from '#libs/ports/document-store/port';
import { sha256, type EventCause } from '#libs/runtime';
import { changedFields, fieldsOf, howOf, type Prints } from '../domain/entry.js';
import { entries } from '../entries.collection.js';

@Injectable()
export class KeepEntry {
  constructor(private readonly store: DocumentStore) {}

  /** Once for each event, however often it arrives. */
  async execute(action: string, data: object, cause: EventCause): Promise<void> {
    const { key: object, source, seq, actor, owners, causationId } = cause;
    const before = seq === 1 ? {} : await this.printsOf(source);
    const now = printsOf(data);
    const id = causationId ?? `${source} ${seq}`;
    const how = howOf(data);
    const told = (data as { fields?: readonly string[] }).fields;
    try {
      await this.store.insert(entries, {
        id,
        ver: 1,
        nextAt: null,
        unsent: null,
        at: new Date(cause.time).toISOString(),
        seq,
        actor,
        action,
        object,
        source,
        owners: { ...owners },
        fields: told ? [...told] : changedFields(before, now),
        ...(how ? { how } : {}),
        prints: { ...before, ...now },
      });
    } catch (error) {
      // It is kept already: the event came once more.
      if (!(error instanceof AlreadyTaken)) throw error;
    }
  }

  private async printsOf(source: string): Promise<Prints> {
    const query = { equals: source, order: 'descending', limit: 1 } as const;
    return (await this.store.find(entries, 'bySource', query)).items[0]?.prints ?? {};
  }
}

function printsOf(data: object): Prints {
  return Object.fromEntries(
    [...fieldsOf(data)].map(([field, held]) => [field, sha256(JSON.stringify(held) ?? '').slice(0, 8)]),
  );
}
