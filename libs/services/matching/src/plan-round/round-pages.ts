/** Small enough to be read for one screen, large enough that a country's plan is some hundred documents. */
export const linesPerPage = 1_000;

export function pageIdOf(roundId: string, run: number, page: number): string {
  return `${roundId}.${run}.${page}`;
}

export function pricesIdOf(roundId: string, run: number): string {
  return `${roundId}.${run}`;
}
