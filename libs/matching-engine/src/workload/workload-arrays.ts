import {
  arrayTypes,
  requestFields,
  rowsOf,
  slotFields,
  type ArrayType,
  type Workload,
  type WorkloadArray,
  type WorkloadMeta,
} from './workload.js';

/**
 * `array` is the name of an array ("slots.x.f32") or of a field of the meta document ("meta.weights"); `row` counts from 0
 * and is absent where the rule is about the whole.
 */
export class WorkloadInvalid extends Error {
  readonly code = 'matching-engine.workload-invalid';

  constructor(
    readonly array: string,
    readonly rule: string,
    readonly row?: number,
  ) {
    super(`${array}${row === undefined ? '' : `, row ${row}`}: ${rule}`);
    this.name = 'WorkloadInvalid';
  }
}

/** Keeps every score within 32 bits with room to spare. */
const largest = 100;
const mostRows = 50_000_000;

/**
 * A workload from its meta document and its arrays by name, `<side>.<field>.<type>` (other names are ignored). The arrays
 * are kept, not copied; slots whose capacity is 0 and a market without slots or requests are valid.
 * @throws WorkloadInvalid with the first array, row and rule that is broken
 */
export function workloadFrom(meta: unknown, arrays: ReadonlyMap<string, ArrayLike<number>>): Workload {
  const known = checkedMeta(meta);
  const side = (name: string, count: number) => (field: string, type: ArrayType) =>
    checkedArray(`${name}.${field}.${type}`, type, count, arrays);
  const workload = {
    meta: known,
    slots: rowsOf(slotFields, side('slots', known.slots)),
    requests: rowsOf(requestFields, side('requests', known.requests)),
  };
  checkWorkload(workload);
  return workload;
}

/** The names that `workloadFrom` reads. */
export const workloadNames: readonly string[] = [
  ...Object.entries(slotFields).map(([field, type]) => `slots.${field}.${type}`),
  ...Object.entries(requestFields).map(([field, type]) => `requests.${field}.${type}`),
];

/** The arrays of a workload under the names that `workloadFrom` reads. */
export function workloadArrays({ slots, requests }: Workload): Map<string, WorkloadArray> {
  const arrays = new Map<string, WorkloadArray>();
  for (const [field, type] of Object.entries(slotFields))
    arrays.set(`slots.${field}.${type}`, slots[field as keyof typeof slotFields]);
  for (const [field, type] of Object.entries(requestFields))
    arrays.set(`requests.${field}.${type}`, requests[field as keyof typeof requestFields]);
  return arrays;
}

function checkedMeta(meta: unknown): WorkloadMeta {
  const { slots, requests, leaves, days, weights } = record('meta', meta);
  const given = record('meta.weights', weights);
  const weight = (name: string) => {
    const value = given[name];
    if (typeof value !== 'number' || !(value >= 0 && value <= largest))
      throw new WorkloadInvalid(`meta.weights.${name}`, `must be a number from 0 to ${largest}`);
    return value;
  };
  const known = {
    slots: whole('slots', slots, 0, mostRows),
    requests: whole('requests', requests, 0, mostRows),
    leaves: whole('leaves', leaves, 1, 65_536),
    days: whole('days', days, 1, 65_536),
    weights: {
      theme: weight('theme'),
      distance: weight('distance'),
      schedule: weight('schedule'),
      group: weight('group'),
      load: weight('load'),
    },
  };
  if (Object.values(known.weights).every((value) => value === 0))
    throw new WorkloadInvalid('meta.weights', 'at least one must be above 0');
  return known;
}

function record(name: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new WorkloadInvalid(name, 'must be an object');
  return { ...value };
}

function whole(field: string, value: unknown, from: number, to: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to)
    throw new WorkloadInvalid(`meta.${field}`, `must be a whole number from ${from} to ${to}`);
  return value;
}

function checkedArray(
  name: string,
  type: ArrayType,
  count: number,
  arrays: ReadonlyMap<string, ArrayLike<number>>,
): WorkloadArray {
  const array = arrays.get(name);
  if (array === undefined) throw new WorkloadInvalid(name, 'is missing');
  if (!(array instanceof arrayTypes[type]))
    throw new WorkloadInvalid(name, `must be a ${arrayTypes[type].name}`);
  if (array.length !== count)
    throw new WorkloadInvalid(name, `must have ${count} rows and has ${array.length}`);
  return array;
}

function checkWorkload({ meta, slots, requests }: Workload): void {
  const from = (low: number, high: number) => (value: number) => value >= low && value <= high;
  const distance = from(0, 1e6);
  for (const field of ['x', 'y', 'radius'] as const) {
    each(`slots.${field}.f32`, slots[field], 'must be 0 to 1,000,000 km', distance);
    each(`requests.${field}.f32`, requests[field], 'must be 0 to 1,000,000 km', distance);
  }
  const theme = from(0, meta.leaves - 1);
  each('slots.theme.u16', slots.theme, `must be below ${meta.leaves} leaves`, theme);
  each('requests.theme.u16', requests.theme, `must be below ${meta.leaves} leaves`, theme);
  each('slots.load.f32', slots.load, 'must be 0 or more and finite', from(0, Number.MAX_VALUE));
  each('slots.day.u16', slots.day, `must be below ${meta.days} days`, from(0, meta.days - 1));
  each('slots.mode.u8', slots.mode, 'must be 1, 2 or 4', (mode) => mode === 1 || mode === 2 || mode === 4);
  each('requests.equity.f32', requests.equity, `must be −${largest} to ${largest}`, from(-largest, largest));
  each('requests.d1.u16', requests.d1, 'must not lie before d0', (d1, row) => d1 >= requests.d0[row]!);
}

function each(
  name: string,
  array: WorkloadArray,
  rule: string,
  holds: (value: number, row: number) => boolean,
): void {
  for (let row = 0; row < array.length; row++)
    if (!holds(array[row]!, row)) throw new WorkloadInvalid(name, rule, row);
}
