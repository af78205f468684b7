import { TableMarket } from '../../test/table-market.js';
import { type RequestAxes, type SlotAxes } from '../search/flat-market.js';
import { layoutOf } from './layout.js';

describe('the layout of a plan', () => {
  it('numbers every request and every slot once, neighbours together', () => {
    const { requests, slots } = layoutOf(
      rooted({ requests: [[2], [0], [2], [0]], slots: [[2], [0], [2], [0]] }),
    );

    expect([...requests]).toEqual([1, 3, 0, 2]);
    expect([...slots]).toEqual([1, 3, 0, 2]);
  });

  it('cuts the requests where they share no slot', () => {
    expect(tasks(rooted({ requests: [[0], [1], [0], [2]], slots: [[0], [1], [2]] }))).toEqual([
      [0, 2],
      [1],
      [3],
    ]);
  });

  it('keeps requests together that a slot of several themes serves', () => {
    expect(tasks(rooted({ requests: [[0], [1], [2]], slots: [[0, 2], [1]] }))).toEqual([[0, 2], [1]]);
  });

  it('keeps requests together that a request of several themes links', () => {
    expect(tasks(rooted({ requests: [[0], [1], [0, 1]], slots: [[0], [1]] }))).toEqual([[0, 1, 2]]);
  });

  it('keeps requests together that a wished slot links', () => {
    expect(tasks(rooted({ requests: [[0], [1]], slots: [[0], [1]], wished: { 1: [0] } }))).toEqual([[0, 1]]);
  });

  it('leaves requests out that nothing can fit', () => {
    expect(tasks(rooted({ requests: [[7], [0]], slots: [[0]] }))).toEqual([[1]]);
  });

  it('packs many small parts into few tasks, the largest part first', () => {
    const roots = Array.from({ length: 500 }, (_, root) => [root]);
    const found = tasks(rooted({ requests: [...roots, [400], [400]], slots: roots }));

    expect(found.length).toBeLessThanOrEqual(64);
    expect(found[0]).toEqual(expect.arrayContaining([400, 500, 501]));
    expect(found.flat().sort((a, b) => a - b)).toEqual([...Array(502).keys()]);
  });

  it('takes coordinates that are no numbers for any place', () => {
    expect([...layoutOf(rooted({ requests: [[0], [0]], slots: [[0]], x: NaN })).requests]).toEqual([0, 1]);
  });
});

interface Roots {
  readonly requests: readonly (readonly number[])[];
  readonly slots: readonly (readonly number[])[];
  readonly wished?: Readonly<Record<number, readonly number[]>>;
  readonly x?: number;
}

function rooted(given: Roots): TableMarket {
  const { requests, slots, wished = {}, x = 0 } = given;
  return new (class extends TableMarket {
    override slotAxes(slot: number, into: SlotAxes): void {
      super.slotAxes(slot, into);
      into.x = x;
      into.roots.set(slots[slot]!);
      into.themeCount = slots[slot]!.length;
    }

    override requestAxes(request: number, into: RequestAxes): void {
      super.requestAxes(request, into);
      into.x = x;
      into.tierRoots.set(requests[request]!);
      into.tierCount = requests[request]!.length;
      into.extras = Int32Array.from(wished[request] ?? []);
      into.extrasFrom = 0;
      into.extrasTo = into.extras.length;
    }
  })(
    requests.map(() => slots.map(() => 1)),
    slots.map(() => 1),
  );
}

/** The request numbers of each task. */
function tasks(market: TableMarket): number[][] {
  const { requests, taskRequests, taskStarts } = layoutOf(market);
  return [...taskStarts.subarray(1)].map((end, task) =>
    [...taskRequests.subarray(taskStarts[task], end)]
      .map((position) => requests[position]!)
      .sort((a, b) => a - b),
  );
}
