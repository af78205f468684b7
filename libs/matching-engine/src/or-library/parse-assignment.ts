import { type AssignmentProblem } from './assignment-problem.js';
import { wholeNumbers } from './whole-numbers.js';

export type AssignmentFormat = 'dense' | 'sparse';

/** The text is no OR-Library assignment file, or not all of one. */
export class AssignmentFileInvalid extends Error {}

const largestSize = 30_000;
const largestCost = 1e8;

/**
 * Reads an assignment file of the OR-Library (J. E. Beasley, 1990): n, then either the n × n costs row by row
 * (`assign100` …) or item, partner and cost of each allowed pair (`assignp800` …). Line breaks mean nothing. Which of the
 * two follows from how many numbers there are; give `format` where a file could be both (n a multiple of 3 with exactly
 * n² / 3 pairs), else dense is assumed.
 * @throws AssignmentFileInvalid
 */
export function parseAssignment(text: string, format?: AssignmentFormat): AssignmentProblem {
  const numbers = wholeNumbers(text);
  if (!(numbers instanceof Float64Array))
    throw new AssignmentFileInvalid(`not an assignment file: “${numbers.word}” in line ${numbers.line}`);
  const size = numbers[0];
  if (size === undefined) throw new AssignmentFileInvalid('the file is empty');
  if (!(size >= 1 && size <= largestSize))
    throw new AssignmentFileInvalid(`the first number must be the size, 1 to ${largestSize}, not ${size}`);
  const body = numbers.subarray(1);
  return (format ?? formatOf(body, size)) === 'dense' ? dense(body, size) : sparse(body, size);
}

function formatOf(body: Float64Array, size: number): AssignmentFormat {
  if (body.length === size * size) return 'dense';
  if (body.length % 3 === 0 && looksSparse(body, size)) return 'sparse';
  if (looksSparse(body, size))
    throw new AssignmentFileInvalid(
      `the file ends within a pair: ${body.length} numbers after the size are no item–partner–cost triples`,
    );
  throw wrongLength(body, size);
}

/** Dense costs read as triples soon name an item or partner that does not exist, or one pair with two costs. */
function looksSparse(body: Float64Array, size: number): boolean {
  const costs = new Map<number, number>();
  const triples = Math.floor(body.length / 3);
  for (let at = 0; at < 3 * triples; at += 3) {
    if (!isItem(body[at]!, size) || !isItem(body[at + 1]!, size)) return false;
    const pair = pairOf(body, at, size);
    if (costs.has(pair) && costs.get(pair) !== body[at + 2]) return false;
    costs.set(pair, body[at + 2]!);
  }
  return triples > 0;
}

function pairOf(body: Float64Array, at: number, size: number): number {
  return body[at]! * (size + 1) + body[at + 1]!;
}

function wrongLength(body: Float64Array, size: number): AssignmentFileInvalid {
  const problem = body.length < size * size ? 'truncated' : 'too long';
  return new AssignmentFileInvalid(
    `${problem}: size ${size} needs ${size * size} costs, or a triple per allowed pair; found ${body.length} numbers`,
  );
}

function dense(body: Float64Array, size: number): AssignmentProblem {
  if (body.length !== size * size) throw wrongLength(body, size);
  const rowStarts = new Int32Array(size + 1).map((_, row) => row * size);
  const columns = new Int32Array(size * size);
  const costs = new Int32Array(size * size);
  for (let at = 0; at < body.length; at++) {
    columns[at] = at % size;
    costs[at] = checkedCost(body[at]!);
  }
  return { size, rowStarts, columns, costs };
}

function sparse(body: Float64Array, size: number): AssignmentProblem {
  if (body.length % 3 !== 0) throw wrongLength(body, size);
  const rowStarts = new Int32Array(size + 1);
  const costOf = new Map<number, number>();
  for (let at = 0; at < body.length; at += 3) {
    const item = body[at]!;
    const partner = body[at + 1]!;
    if (!isItem(item, size) || !isItem(partner, size))
      throw new AssignmentFileInvalid(
        `pair ${at / 3 + 1} is ${item}, ${partner}: numbers run from 1 to ${size}`,
      );
    const cost = checkedCost(body[at + 2]!);
    const pair = pairOf(body, at, size);
    if (!costOf.has(pair)) rowStarts[item]! += 1;
    else if (costOf.get(pair) !== cost)
      throw new AssignmentFileInvalid(`the pair ${item}, ${partner} stands twice, with two costs`);
    costOf.set(pair, cost);
  }
  for (let row = 0; row < size; row++) {
    if (rowStarts[row + 1] === 0)
      throw new AssignmentFileInvalid(`item ${row + 1} has no allowed partner: truncated, or impossible`);
    rowStarts[row + 1]! += rowStarts[row]!;
  }
  const next = rowStarts.slice();
  const columns = new Int32Array(costOf.size);
  const costs = new Int32Array(costOf.size);
  for (const [pair, cost] of costOf) {
    const place = next[Math.floor(pair / (size + 1)) - 1]!++;
    columns[place] = (pair % (size + 1)) - 1;
    costs[place] = cost;
  }
  return { size, rowStarts, columns, costs };
}

function isItem(number: number, size: number): boolean {
  return number >= 1 && number <= size;
}

function checkedCost(cost: number): number {
  if (Math.abs(cost) > largestCost)
    throw new AssignmentFileInvalid(`the cost ${cost} is beyond ±${largestCost}`);
  return cost;
}
