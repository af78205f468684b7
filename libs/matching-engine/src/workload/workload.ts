/** The share of each part of the score; used as given, so a score is at most their sum plus equity. */
export interface WorkloadWeights {
  readonly theme: number;
  readonly distance: number;
  readonly schedule: number;
  readonly group: number;
  readonly load: number;
}

export interface WorkloadMeta {
  readonly slots: number;
  readonly requests: number;
  /** Themes are numbered 0 … leaves − 1: five in a branch, thirty in a root. */
  readonly leaves: number;
  readonly days: number;
  readonly weights: WorkloadWeights;
}

export const leavesPerBranch = 5;
export const leavesPerRoot = 30;

export const defaultWorkloadWeights: WorkloadWeights = {
  theme: 0.45,
  distance: 0.25,
  schedule: 0.15,
  group: 0.05,
  load: 0.1,
};

/** Little-endian in files. */
export const arrayTypes = {
  f32: Float32Array,
  u16: Uint16Array,
  u8: Uint8Array,
  i32: Int32Array,
} as const;
export type ArrayType = keyof typeof arrayTypes;

/** Row i of every array is slot i. */
export const slotFields = {
  /** km */
  x: 'f32',
  y: 'f32',
  /** km: how far a partner who travels goes. */
  radius: 'f32',
  /** 0 = idle; 0.1 costs the whole load part. */
  load: 'f32',
  theme: 'u16',
  day: 'u16',
  /** Exactly one of 1 the partner travels, 2 the school travels, 4 online. */
  mode: 'u8',
  level: 'u8',
  part: 'u8',
  maxGroup: 'u8',
  /** Requests the slot can take; 0 = full. */
  cap: 'u8',
  partner: 'i32',
} as const;

/** Row i of every array is request i. */
export const requestFields = {
  /** km */
  x: 'f32',
  y: 'f32',
  /** km: how far the school travels. */
  radius: 'f32',
  /** Added to every score of the request. */
  equity: 'f32',
  theme: 'u16',
  /** First and last day of the window. */
  d0: 'u16',
  d1: 'u16',
  modes: 'u8',
  level: 'u8',
  parts: 'u8',
  group: 'u8',
  school: 'i32',
} as const;

type Fields = Readonly<Record<string, ArrayType>>;
interface ArrayOf {
  f32: Float32Array;
  u16: Uint16Array;
  u8: Uint8Array;
  i32: Int32Array;
}
type Rows<F extends Fields> = { readonly [Field in keyof F]: ArrayOf[F[Field]] };

export type WorkloadArray = ArrayOf[ArrayType];
export type WorkloadSlots = Rows<typeof slotFields>;
export type WorkloadRequests = Rows<typeof requestFields>;

export interface Workload {
  readonly meta: WorkloadMeta;
  readonly slots: WorkloadSlots;
  readonly requests: WorkloadRequests;
}

/** Makes each array by `make(field, type)`. */
export function rowsOf<F extends Fields>(
  fields: F,
  make: (field: keyof F & string, type: ArrayType) => WorkloadArray,
): Rows<F> {
  const made = Object.entries(fields).map(([field, type]) => [field, make(field, type)]);
  return Object.fromEntries(made) as Rows<F>;
}

/** So many rows of zeros. */
export function emptyRows<F extends Fields>(fields: F, count: number): Rows<F> {
  return rowsOf(fields, (_, type) => new arrayTypes[type](count));
}

/** These slots and requests of a workload, in this order. */
export function workloadPart(workload: Workload, slots: Int32Array, requests: Int32Array): Workload {
  return {
    meta: { ...workload.meta, slots: slots.length, requests: requests.length },
    slots: picked(workload.slots, slotFields, slots),
    requests: picked(workload.requests, requestFields, requests),
  };
}

function picked<F extends Fields>(rows: Rows<F>, fields: F, numbers: Int32Array): Rows<F> {
  return rowsOf(fields, (field, type) => {
    const values = new arrayTypes[type](numbers.length);
    numbers.forEach((number, at) => (values[at] = rows[field][number]!));
    return values;
  });
}
