import { Injectable } from '@nestjs/common';
import type { AuditEntryView } from '#libs/contracts';
import { addDays, instantOf } from '#libs/facts';
import { DocumentStore, type Query } from '#libs/ports/document-store/port';
import { can, scopeOf, type Actor } from '#libs/runtime';
import { refuse } from '../audit.errors.js';
import { entries, type StoredEntry } from '../entries.collection.js';
import { everyTopic } from '../every-event.js';

export interface EntriesAsked {
  readonly object?: string;
  readonly person?: string;
  /** Dutch days, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

interface EntriesPage {
  readonly items: AuditEntryView[];
  readonly next: string | null;
}

@Injectable()
export class ReadEntries {
  constructor(private readonly store: DocumentStore) {}

  /** Newest first; a page of one object or person may be shorter than asked. @throws Refusal `audit.period-invalid` */
  async page(
    asked: EntriesAsked,
    actor: Actor,
    page: { limit: number; after?: string },
  ): Promise<EntriesPage> {
    const { object, person } = asked;
    const { index, keys } =
      object !== undefined
        ? { index: 'bySource', keys: { oneOf: everyTopic.map((topic) => `${topic}/${object}`) } }
        : person !== undefined
          ? { index: 'byActor', keys: { equals: person } }
          : { index: 'byReader', keys: { oneOf: scopeOf(actor, 'audit.read') } };
    const query: Query = { ...keys, ...boundsOf(asked), ...page, order: 'descending' };
    const found = await this.store.find(entries, index, query);
    const shown = found.items.filter(
      (entry) => can(actor, 'audit.read', entry.owners) && (person === undefined || entry.actor === person),
    );
    return { items: shown.map(viewOf), next: found.next };
  }

  /** @throws Refusal `audit.period-invalid`, `audit.too-many` */
  async all(asked: EntriesAsked, actor: Actor): Promise<AuditEntryView[]> {
    const all: AuditEntryView[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: EntriesPage = await this.page(asked, actor, { limit: 1000, ...(after ? { after } : {}) });
      all.push(...page.items);
      if (all.length > mostExported) throw refuse('audit.too-many');
      after = page.next;
    }
    return all;
  }
}

const mostExported = 10_000;

function boundsOf({ from, to }: EntriesAsked): Pick<Query, 'from' | 'to'> {
  if (from !== undefined && to !== undefined && to < from) throw refuse('audit.period-invalid');
  const moment = (date: string) => new Date(instantOf(date, 0)).toISOString();
  return { ...(from ? { from: moment(from) } : {}), ...(to ? { to: moment(addDays(to, 1)) } : {}) };
}

function viewOf({ id, at, actor, action, object, owners, fields, how }: StoredEntry): AuditEntryView {
  const { regions, school, organisation } = owners;
  return {
    id,
    at,
    actor,
    action,
    object,
    regions: [...regions],
    ...(school ? { school } : {}),
    ...(organisation ? { organisation } : {}),
    fields: [...fields],
    ...(how ? { how } : {}),
  };
}
