import { generateWorkload } from './generate.js';
import { WorkloadInvalid, workloadArrays, workloadFrom, workloadNames } from './workload-arrays.js';
import { appendRequests, appendSlots, workloadLayout } from './workload-layout.js';
import { type WorkloadArray } from './workload.js';

describe('a workload from its arrays', () => {
  it('is the workload that the arrays were made from', () => {
    const { meta, arrays } = given();

    expect([...arrays.keys()]).toEqual(workloadNames);
    expect(workloadFrom(JSON.parse(JSON.stringify(meta)), arrays)).toEqual({ ...small });
  });

  it('may have no slots, no requests and full slots only', () => {
    const empty = generateWorkload({ slots: 0, requests: 0, seed: 1 });
    const { meta, arrays } = given();
    arrays.get('slots.cap.u8')!.fill(0);

    expect(workloadFrom(empty.meta, workloadArrays(empty)).slots.x).toHaveLength(0);
    expect(workloadFrom(meta, arrays).slots.cap).toContain(0);
  });

  it.each([
    ['slots.x.f32', NaN],
    ['slots.y.f32', -1],
    ['slots.radius.f32', -0.1],
    ['slots.radius.f32', Infinity],
    ['slots.load.f32', NaN],
    ['slots.load.f32', -1],
    ['slots.theme.u16', 360],
    ['slots.day.u16', 200],
    ['slots.mode.u8', 0],
    ['slots.mode.u8', 3],
    ['requests.x.f32', -Infinity],
    ['requests.radius.f32', NaN],
    ['requests.equity.f32', NaN],
    ['requests.equity.f32', 1e9],
    ['requests.theme.u16', 65_535],
  ])('refuses %s of %d and names the row', (name, value) => {
    const { meta, arrays } = given();
    arrays.get(name)![2] = value;

    expect(refusal(meta, arrays)).toMatchObject({ array: name, row: 2 });
  });

  it('refuses a window that ends before it starts', () => {
    const { meta, arrays } = given();
    arrays.get('requests.d0.u16')![1] = 50;
    arrays.get('requests.d1.u16')![1] = 49;

    expect(refusal(meta, arrays)).toMatchObject({ array: 'requests.d1.u16', row: 1 });
    expect(refusal(meta, arrays).message).toBe('requests.d1.u16, row 1: must not lie before d0');
  });

  it('refuses an array that is missing, short, or of another type', () => {
    const { meta, arrays } = given();
    const name = 'slots.day.u16';

    for (const array of [undefined, new Uint16Array(3), new Int32Array(4), [1, 2, 3, 4]]) {
      const changed = new Map<string, ArrayLike<number>>(arrays);
      if (array) changed.set(name, array);
      else changed.delete(name);
      expect(refusal(meta, changed)).toMatchObject({ array: name, row: undefined });
    }
  });

  it.each([
    ['meta', null],
    ['meta', 'a text'],
    ['meta.slots', { slots: -1 }],
    ['meta.slots', { slots: 1.5 }],
    ['meta.requests', { requests: '4' }],
    ['meta.leaves', { leaves: 0 }],
    ['meta.days', { days: NaN }],
    ['meta.weights', { weights: undefined }],
    ['meta.weights', { weights: { theme: 0, distance: 0, schedule: 0, group: 0, load: 0 } }],
    ['meta.weights.load', { weights: { theme: 1, distance: 0, schedule: 0, group: 0, load: -1 } }],
    ['meta.weights.group', { weights: { theme: 1, distance: 0, schedule: 0, group: NaN, load: 0 } }],
  ])('refuses a wrong %s', (array, changed) => {
    const { meta, arrays } = given();
    const wrong = typeof changed === 'object' && changed !== null ? { ...meta, ...changed } : changed;

    expect(refusal(wrong, arrays)).toMatchObject({ array, code: 'matching-engine.workload-invalid' });
  });
});

describe('the layout of a workload', () => {
  it('refuses rows that there is no room for', () => {
    const layout = workloadLayout(small, { slots: 4, requests: 4 });

    appendSlots(layout, small.slots);
    appendRequests(layout, small.requests);
    expect(() => appendSlots(layout, small.slots)).toThrow(RangeError);
    expect(() => appendRequests(layout, small.requests)).toThrow(RangeError);
    expect([...layout.counts]).toEqual([8, 8]);
  });
});

const small = generateWorkload({ slots: 4, requests: 4, seed: 7 });

function given() {
  const arrays = new Map<string, WorkloadArray>();
  for (const [name, array] of workloadArrays(small)) arrays.set(name, array.slice());
  return { meta: small.meta, arrays };
}

function refusal(meta: unknown, arrays: ReadonlyMap<string, ArrayLike<number>>): WorkloadInvalid {
  try {
    workloadFrom(meta, arrays);
  } catch (error) {
    if (error instanceof WorkloadInvalid) return error;
  }
  throw new Error('it was not refused');
}
