/** Rows of a text table: one a line, cells between bars, empty lines left out. */
export function rowsOf(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** The words of a cell such as `reach=30 vog sbo=no`: what stands alone is `yes`. */
export function optionsOf(cell: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    wordsOf(cell).map((word) => {
      const [name = '', value = 'yes'] = word.split('=');
      return [name, value];
    }),
  );
}

export function wordsOf(cell: string | undefined): string[] {
  return (cell ?? '').split(/[\s,]+/).filter(Boolean);
}

/** `5-8` is 5, 6, 7, 8; `6` is itself. */
function gradesOf(range: string): string[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

/** `po 7-8`, `vo 1-3 havo vwo`: a sector with its grades and levels. */
export function readAudience(text: string) {
  const [sector = '', ...words] = wordsOf(text);
  const isGrades = (word: string) => /^\d(-\d)?$/.test(word);
  return {
    sector,
    grades: words.filter(isGrades).flatMap(gradesOf),
    levels: words.filter((word) => !isGrades(word)),
  };
}

export function numbered(prefix: string, index: number): string {
  return `${prefix}-${String(index + 1).padStart(2, '0')}`;
}
