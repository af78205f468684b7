import loadHighs from 'highs';
import { munkres } from 'munkres';
import { plan } from '#libs/matching-engine';
import { planWorkload } from '#libs/planner';
import { median, type Row } from '../table.js';
import { medianSeconds, seconds } from './measure.js';
import { openWorkload } from './workload-market.js';

const runs = 5;

/** Beside a linear programming solver and a Hungarian algorithm, on markets they can still do. */
export async function peers(): Promise<{ rows: Row[]; broken: string[] }> {
  const programme = await besideHighs();
  return { rows: [...programme.rows, ...besideMunkres()], broken: programme.broken };
}

// Declared as an ES module's default export, but the package is CommonJS.
const load = loadHighs as unknown as typeof loadHighs.default;

async function besideHighs(): Promise<{ rows: Row[]; broken: string[] }> {
  const [slotCount, requestCount] = [20_000, 60_000];
  const { market, workload } = openWorkload(slotCount, requestCount);
  const pairs = eligible(market);
  const columns = pairs.scores.length;
  const starts = Int32Array.from({ length: columns + 1 }, (_, column) => 2 * column);
  const indices = new Int32Array(2 * columns);
  for (let column = 0; column < columns; column++) {
    indices[2 * column] = pairs.requests[column] as number;
    indices[2 * column + 1] = requestCount + (pairs.slots[column] as number);
  }
  const rows = requestCount + slotCount;
  const upper = new Float64Array(rows).fill(1);
  for (let slot = 0; slot < slotCount; slot++) upper[requestCount + slot] = market.capacity[slot] as number;
  const highs = await load();
  let optimum = 0;
  const theirs = seconds(() => {
    const model = highs.createModel({
      numCols: columns,
      numRows: rows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(pairs.scores),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns).fill(1),
      rowLower: new Float64Array(rows).fill(-highs.infinity),
      rowUpper: upper,
      matrix: {
        format: 'csc',
        numRows: rows,
        numCols: columns,
        starts,
        indices,
        values: new Float64Array(2 * columns).fill(1),
      },
    });
    model.options.set({ output_flag: false });
    model.run();
    optimum = model.getObjectiveValue();
  });
  const ours = async (epsilon: number) => {
    const times: number[] = [];
    let value = 0;
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      ({ value } = await planWorkload(workload, { epsilon, threads: 2 }));
      times.push((performance.now() - began) / 1000);
    }
    return { faster: theirs / median(times), share: (value / optimum) * 100 };
  };
  const [fine, rough] = [await ours(3), await ours(100)];
  const row = (what: string, value: number, unit: string, promised: string): Row => ({
    what,
    value,
    unit,
    promised,
  });
  return {
    rows: [
      row('HiGHS, 60,000 × 20,000', theirs, 's', ''),
      row('ours at ε 3 on two threads, faster', fine.faster, '×', '≥ 30'),
      row('  of the optimum', fine.share, '%', '≥ 99.9999'),
      row('ours at ε 100 on two threads, faster', rough.faster, '×', '≥ 100'),
      row('  of the optimum', rough.share, '%', '≥ 99.95'),
    ],
    broken:
      fine.share < 99.9999 || rough.share < 99.95 ? ['a plan is further from the optimum than promised'] : [],
  };
}

function besideMunkres(): Row[] {
  const [slotCount, requestCount] = [1_000, 3_000];
  const { market, index } = openWorkload(slotCount, requestCount, 3);
  market.capacity.fill(1);
  const matrix = Array.from({ length: requestCount }, (_, request) =>
    Array.from({ length: slotCount }, (_unused, slot) => -Math.max(0, market.score(request, slot))),
  );
  let value = 0;
  const theirs = medianSeconds(runs, () => {
    value = 0;
    for (const [request, slot] of munkres(matrix)) value -= matrix[request]?.[slot] ?? 0;
  });
  const exact = () => plan(market, index, { epsilon: 0 });
  // Of a few milliseconds the first runs would measure the compiler.
  for (let run = 0; run < 10 * runs; run++) exact();
  return [
    { what: 'munkres, dense 3,000 × 1,000', value: theirs, unit: 's', promised: '' },
    { what: 'ours, faster', value: theirs / medianSeconds(runs, exact), unit: '×', promised: '≥ 20' },
    { what: '  of its value', value: (exact().value / value) * 100, unit: '%', promised: '100' },
  ];
}

interface Pairs {
  readonly requests: number[];
  readonly slots: number[];
  readonly scores: number[];
}

function eligible(market: {
  readonly requestCount: number;
  readonly slotCount: number;
  score(request: number, slot: number): number;
}): Pairs {
  const pairs: Pairs = { requests: [], slots: [], scores: [] };
  for (let request = 0; request < market.requestCount; request++)
    for (let slot = 0; slot < market.slotCount; slot++) {
      const score = market.score(request, slot);
      if (score <= 0) continue;
      pairs.requests.push(request);
      pairs.slots.push(slot);
      pairs.scores.push(score);
    }
  return pairs;
}
