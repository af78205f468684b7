/** Puts a candidate into a list that is kept in order and holds at most `size`; earlier ones win ties. */
export function shortlist<T>(
  list: T[],
  candidate: T,
  size: number,
  isBefore: (one: T, other: T) => boolean,
): void {
  const after = list.findIndex((kept) => isBefore(candidate, kept));
  list.splice(after < 0 ? list.length : after, 0, candidate);
  if (list.length > size) list.length = Math.max(0, Math.floor(size));
}
