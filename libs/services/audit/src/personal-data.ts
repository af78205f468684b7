import { Injectable } from '@nestjs/common';
import { PersonErased, eventTypeOf } from '#libs/contracts';
import { DocumentStore } from '#libs/ports/document-store/port';
import { PersonalData, everyAggregate, type EventCause, type Keep, type Kept } from '#libs/runtime';
import { KeepEntry } from './keep-entries/keep-entry.js';
import { entries } from './entries.collection.js';

const yearMs = 365.25 * 86_400_000;

/** The trail knows people by their id alone: an erasure is one more entry, and the id is nobody's any more. */
@Injectable()
export class AuditPersonalData extends PersonalData {
  constructor(
    private readonly store: DocumentStore,
    private readonly keep: KeepEntry,
  ) {
    super();
  }

  override async exportOf(personId: string): Promise<Kept> {
    const did: object[] = [];
    for await (const entry of everyAggregate(
      (query) => this.store.find(entries, 'byActor', query),
      personId,
    )) {
      const { at, action, object, fields } = entry;
      did.push({ at, action, object, fields });
    }
    return { did };
  }

  override async erase(personId: string, cause: EventCause): Promise<void> {
    await this.keep.execute(eventTypeOf(PersonErased).type, { personId }, cause);
  }

  override async removeOld(now: number, { auditYears }: Keep): Promise<void> {
    const to = new Date(now - auditYears * yearMs).toISOString();
    const old = everyAggregate((query) => this.store.find(entries, 'byReader', { ...query, to }));
    for await (const { id, ver } of old) await this.store.remove(entries, id, ver);
  }
}
