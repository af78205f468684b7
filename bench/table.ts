export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What design §10 promises, in words. */
  readonly promised: string;
}

export interface Bench {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Promises that are not about time and did not hold. */
  readonly broken: readonly string[];
}

/** A table for people, with `--json` one JSON object as the last line. */
export function print({ name, rows, broken }: Bench, json: boolean): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const lines = rows.map(({ what, value, unit, promised }) =>
    `${what.padEnd(width)}  ${said(value).padStart(10)} ${unit.padEnd(12)} ${promised}`.trimEnd(),
  );
  const bad = broken.map((promise) => `BROKEN: ${promise}`);
  const table = [`\n${name} (node ${process.versions.node}, ${process.platform})`, ...lines, ...bad].join(
    '\n',
  );
  return json ? `${table}\n${JSON.stringify({ name, rows, broken })}\n` : `${table}\n`;
}

function said(value: number): string {
  if (Number.isInteger(value)) return value.toString();
  if (value >= 1000) return Math.round(value).toString();
  // A share of 99.99993 % is not 100 %.
  return value > 99.9 && value < 100 ? value.toFixed(6) : value.toFixed(value >= 10 ? 1 : 3);
}

/** The value below which that share of the sample lies. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(sample: readonly number[]): number {
  return percentile(sample, 0.5);
}
