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

/** Microseconds of each call. */
export function microseconds(calls: number, call: (number: number) => unknown): number[] {
  return Array.from({ length: calls }, (_, number) => {
    const began = process.hrtime.bigint();
    call(number);
    return Number(process.hrtime.bigint() - began) / 1000;
  });
}

export const mean = (sample: readonly number[]): number =>
  sample.reduce((sum, value) => sum + value, 0) / sample.length;
