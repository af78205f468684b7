import type { EventEnvelope, Owners } from '#libs/contracts';
import type { Collection, IndexKey, StoredDocument } from '#libs/ports/document-store/port';

export interface RememberedCommand {
  readonly key: string;
  readonly bodyHash: string;
  /** The HTTP status it was answered with. */
  readonly status: number;
}

/** One aggregate is one document; every change of it is one compare-and-swap of this whole. */
export interface Aggregate<S> extends StoredDocument {
  /** Rises only when what people see changed; the ETag. */
  readonly rev: number;
  /** The number of the last event it emitted. */
  readonly seq: number;
  /** Events that are not known to be on the bus yet, in order; normally empty. */
  readonly outbox: readonly EventEnvelope[];
  /** The newest event applied per source aggregate. */
  readonly seen: Readonly<Record<string, number>>;
  /** The last 32 commands, newest last. */
  readonly keys: readonly RememberedCommand[];
  /** How often its due handler failed in a row; `nextAt` is then a later attempt. */
  readonly dueFailures: number;
  readonly createdAt: string;
  readonly state: S;
}

export interface AggregateIndex<S> {
  by(state: S, id: string): IndexKey;
  sort?(state: S, id: string): string;
}

export interface AggregateOptions<S> {
  /** `<service>.<noun>`; the part before the dot is the topic its events go to. */
  readonly name: string;
  readonly indexes: Readonly<Record<string, AggregateIndex<S>>>;
  /** Whose document it is, stamped on every event. */
  owners(state: S): Owners;
  /** When something of it falls due, epoch ms. */
  nextAt?(state: S): number | null;
  /** Something is still to come of it: then `nextAt` gives a time. Said so that an audit can tell. */
  unfinished?(state: S): boolean;
  /** What people see; a change of it raises `rev`. Default: all of the state. */
  visible?(state: S): unknown;
  /**
   * Why `seen` stays small. `few-sources`: the aggregates it hears from are few by nature.
   * `inserts-only`: reactions to events only insert, under ids derived from the event.
   */
  readonly seen: 'few-sources' | 'inserts-only';
}

export interface AggregateDeclaration<S> extends AggregateOptions<S> {
  readonly topic: string;
  readonly collection: Collection<Aggregate<S>>;
}

/** Stores tell by a function's text whether an index must be built again, so a wrapper shows the text of what it wraps. */
function withTextOf<F extends object>(wrapped: unknown, wrapper: F): F {
  return Object.assign(wrapper, { toString: () => String(wrapped) });
}

export function declareAggregate<S>(options: AggregateOptions<S>): AggregateDeclaration<S> {
  const indexes = Object.fromEntries(
    Object.entries(options.indexes).map(([name, index]) => [
      name,
      {
        by: withTextOf(index.by, ({ state, id }: Aggregate<S>) => index.by(state, id)),
        sort: withTextOf(index.sort, ({ state, id }: Aggregate<S>) => index.sort?.(state, id) ?? id),
      },
    ]),
  );
  return {
    ...options,
    topic: options.name.split('.')[0] as string,
    collection: { name: options.name, indexes },
  };
}

/** Index keys under which the owners of a document find it; `*` is everybody's who may see all. */
export function ownerKeys(owners: Owners): string[] {
  return [
    '*',
    ...owners.regions.map((region) => `region:${region}`),
    ...(owners.school ? [`school:${owners.school}`] : []),
    ...(owners.organisation ? [`organisation:${owners.organisation}`] : []),
  ];
}
