import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  AssignmentFileInvalid,
  NoPerfectAssignment,
  PlanOptionsInvalid,
  WorkloadInvalid,
  parseAssignment,
  proveAssignment,
  solveAssignment,
} from '#libs/matching-engine';
import { checkWorkloadPlan, planWorkload, readWorkload } from '#libs/planner';
import { Stopped } from '../api.js';
import type { Screen } from '../screen.js';

export interface SolveOptions {
  readonly file: string;
  /** Where to write the partner of each item (i32, little-endian, numbers from 0, −1 none). */
  readonly assignment?: string;
  readonly format: 'text' | 'json';
  readonly threads: number;
}

/** What was found, as it is printed with `--format json`. */
type Solved = Readonly<Record<string, string | number>>;

/**
 * Solves an assignment file of the OR-Library exactly, or plans a workload folder with proof.
 * @throws Stopped when it is neither, or not all of one
 */
export async function solve(options: SolveOptions, screen: Screen): Promise<void> {
  try {
    const isFolder = statSync(options.file).isDirectory();
    const { solved, assignment } = isFolder ? await solveWorkload(options, screen) : solveFile(options.file);
    if (options.assignment !== undefined) writeFileSync(options.assignment, bytesOf(assignment));
    if (options.format === 'json') screen.line(JSON.stringify(solved));
    else for (const [name, value] of Object.entries(solved)) screen.line(`${name.padEnd(16)} ${value}`);
  } catch (error) {
    const known = [WorkloadInvalid, AssignmentFileInvalid, NoPerfectAssignment, PlanOptionsInvalid];
    if (known.some((type) => error instanceof type))
      throw new Stopped(`${options.file}: ${(error as Error).message}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Stopped(`${options.file}: cannot be read or written (${code})`, { cause: error });
  }
}

function solveFile(file: string): { solved: Solved; assignment: Int32Array } {
  const text = readFileSync(file, 'utf8');
  const began = performance.now();
  // A sparse file can look like a dense one; the library's own names tell them apart.
  const problem = parseAssignment(text, /^assignp\d/.test(basename(file)) ? 'sparse' : undefined);
  const read = performance.now();
  const solution = solveAssignment(problem);
  refuseFaults([proveAssignment(problem, solution) ?? []].flat());
  const solved = {
    problem: 'assignment',
    size: problem.size,
    pairs: problem.columns.length,
    cost: solution.cost,
    proof: 'optimal',
    readMs: rounded(read - began),
    solveMs: rounded(performance.now() - read),
  };
  return { solved, assignment: solution.partners };
}

async function solveWorkload(
  { file, threads }: SolveOptions,
  screen: Screen,
): Promise<{ solved: Solved; assignment: Int32Array }> {
  const began = performance.now();
  const workload = readWorkload(file);
  const read = performance.now();
  const bar = screen.progress(1000);
  const plan = await planWorkload(workload, { threads }, (share) => bar.at(Math.round(share * 1000)));
  const planned = performance.now();
  bar.end();
  refuseFaults(checkWorkloadPlan(workload, plan));
  const served = plan.assignment.reduce((sum, slot) => sum + (slot >= 0 ? 1 : 0), 0);
  const solved = {
    problem: 'workload',
    slots: workload.meta.slots,
    requests: workload.meta.requests,
    served,
    score: plan.value / 10_000,
    bound: plan.certificate.bound / 10_000,
    gapPercent: Number((plan.certificate.gap * 100).toFixed(5)),
    readMs: rounded(read - began),
    solveMs: rounded(planned - read),
    checkMs: rounded(performance.now() - planned),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  return { solved, assignment: plan.assignment };
}

/** An answer that its own proof does not bear out is a fault of ours and is not given. */
function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`the answer does not hold: ${faults.slice(0, 3).join('; ')}`);
}

const rounded = (milliseconds: number) => Number(milliseconds.toFixed(1));

function bytesOf(assignment: Int32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4 * assignment.length));
  assignment.forEach((slot, at) => bytes.setInt32(4 * at, slot, true));
  return new Uint8Array(bytes.buffer);
}
