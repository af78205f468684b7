/** The heaps of the board, in the order in which they want a person. */
export const heaps = ['half-way', 'ready', 'none', 'new', 'answering', 'school', 'unmet', 'done'] as const;
export type Heap = (typeof heaps)[number];

/** What stands in the board's address. */
export interface BoardSearch {
  readonly state?: Heap;
  readonly request?: string;
}

export function boardSearchOf({ state, request }: Record<string, unknown>): BoardSearch {
  const heap = heaps.find((each) => each === state);
  return { ...(heap ? { state: heap } : {}), ...(typeof request === 'string' ? { request } : {}) };
}
