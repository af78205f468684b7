/** One match that counts for a ceiling. */
export interface CountEntry {
  /** `<match>#<question>` */
  readonly key: string;
  readonly match: string;
}

/** The entries with this one; the same when it is there already; undefined when `max` other matches count already. */
export function count(
  entries: readonly CountEntry[],
  max: number | null,
  entry: CountEntry,
): readonly CountEntry[] | undefined {
  if (entries.some(({ key }) => key === entry.key)) return entries;
  const others = new Set(entries.map(({ match }) => match).filter((match) => match !== entry.match));
  return max !== null && others.size >= max ? undefined : [...entries, entry];
}
