import { PersonSignedIn, SignInRefused, type Owners } from '#libs/contracts';

/** What each field held last, as something that cannot be read. */
export type Prints = Readonly<Record<string, string>>;

/** One line of the trail: who did what to which object when. Names of fields, never what they hold. */
export interface Entry {
  /** ISO 8601 */
  readonly at: string;
  /** The number of the event among those of its object. */
  readonly seq: number;
  readonly actor: string;
  /** The type of the event. */
  readonly action: string;
  readonly object: string;
  /** `<topic>/<object>`: two services may tell of the same object. */
  readonly source: string;
  readonly owners: Owners;
  readonly fields: readonly string[];
  /** Of a sign-in by what means, of a refused one why not: the one thing whose value is kept, out of a list of words. */
  readonly how?: string;
  /** Of the object's every field heard of so far, so that the next entry knows what is new. */
  readonly prints: Prints;
}

const snapshots: ReadonlySet<string> = new Set(['match', 'request', 'offer']);

/** The fields of an event: those of the snapshot it carries stand beside its own. */
export function fieldsOf(data: object): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(data)) {
    const inner = snapshots.has(name) && typeof value === 'object' && value !== null;
    for (const [field, held] of inner ? Object.entries(value as object) : [[name, value] as const])
      fields.set(field, held);
  }
  return fields;
}

/** In words of ours, never in anybody's own. */
export function howOf(data: object): string | undefined {
  if (data instanceof PersonSignedIn) return data.by;
  if (data instanceof SignInRefused) return `${data.by}, ${data.why}`;
  return undefined;
}

/** The names of those that are new or hold something else, in the order of the alphabet. */
export function changedFields(before: Prints, after: Prints): string[] {
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .sort();
}

/** Whose it is to read. */
export function readersOf({ owners }: Entry): string[] {
  return ['*', ...owners.regions.map((region) => `region:${region}`)];
}
