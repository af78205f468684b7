import { median } from '../table.js';

export const seconds = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
};

/** Median of so many runs, in seconds. */
export function medianSeconds(runs: number, work: () => unknown): number {
  return median(Array.from({ length: runs }, () => seconds(work)));
}

/** Microseconds of each call. Leaves no garbage between the calls, whose collection would be taken for theirs. */
export function microseconds(calls: number, call: (number: number) => unknown): number[] {
  const times = new Float64Array(calls);
  for (let number = 0; number < calls; number++) {
    const began = performance.now();
    call(number);
    times[number] = (performance.now() - began) * 1000;
  }
  return [...times];
}

export const mean = (sample: readonly number[]): number =>
  sample.reduce((sum, value) => sum + value, 0) / sample.length;
