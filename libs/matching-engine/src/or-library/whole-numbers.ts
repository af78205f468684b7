const space = 32;
const minus = 45;
const zero = 48;
const nine = 57;

/** The first word that is not a whole number, and the line (from 1) it stands in. */
export interface ForeignWord {
  readonly word: string;
  readonly line: number;
}

/** All whole numbers of a text, separated by white space (control characters too); or the first word that is none. */
export function wholeNumbers(text: string): Float64Array | ForeignWord {
  const numbers = new Float64Array(Math.ceil(text.length / 2));
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (isBlank(text.charCodeAt(at))) continue;
    const start = at;
    const negative = text.charCodeAt(at) === minus;
    if (negative) at++;
    let number = 0;
    const digits = at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < zero || code > nine) break;
      number = 10 * number + code - zero;
    }
    const foreign = at === digits || (at < text.length && !isBlank(text.charCodeAt(at)));
    if (foreign || at - digits > 15) return foreignWord(text, start);
    numbers[count++] = negative ? -number : number;
  }
  return numbers.subarray(0, count);
}

function isBlank(code: number): boolean {
  return code <= space || code === 0xfeff;
}

function foreignWord(text: string, start: number): ForeignWord {
  let end = start;
  while (end < text.length && end < start + 20 && !isBlank(text.charCodeAt(end))) end++;
  return { word: text.slice(start, end), line: text.slice(0, start).split('\n').length };
}
