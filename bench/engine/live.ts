import {
  Assignment,
  SlotIndex,
  WorkloadMarket,
  appendRequests,
  appendSlots,
  buildLayout,
  generateWorkload,
  workloadLayout,
  workloadPart,
  type Workload,
} from '#libs/matching-engine';
import { planWorkload } from '#libs/planner';
import { percentile, type Row } from '../table.js';
import { Draw } from './domain-market.js';
import { seconds } from './measure.js';

const slotCount = 200_000;
const requestCount = 600_000;
const changes = 40_000;
const within = 0.0003;
/** So many slots wait beside the index before a new one takes over, which a thread would build aside. */
const mostAdded = 512;

const kinds = ['request', 'withdrawal', 'offer', 'request', 'withdrawal', 'removal'] as const;
type Kind = (typeof kinds)[number];

/** The country as a live assignment: what one change costs once it is prepared, and what many leave beside a cold plan. */
export async function live(): Promise<{ rows: Row[]; broken: string[] }> {
  const draw = new Draw(7);
  const country = countryWithMoreToCome(draw);
  const { prepared, times, value, left } = await changed(country, draw);
  const cold = await planWorkload(left, { within });
  const share = (value / cold.value) * 100;
  const row = (what: string, amount: number, unit: string, promised: string): Row => ({
    what,
    value: amount,
    unit,
    promised,
  });
  return {
    rows: [
      row('live (600,000 × 200,000), prepared', prepared, 's', ''),
      row('  a request more, p99', percentile(times.request, 0.99), 'ms', '≤ 0.25'),
      row('  a request withdrawn, p99', percentile(times.withdrawal, 0.99), 'ms', '≤ 1.5'),
      row('  a slot more, p99', percentile(times.offer, 0.99), 'ms', '≤ 3'),
      row('  a slot removed, p99', percentile(times.removal, 0.99), 'ms', ''),
      row(`  after ${changes} changes, of a cold plan`, share, '%', '≥ 99.999'),
    ],
    broken: share < 99.999 ? ['after many changes the live assignment is worth less than promised'] : [],
  };
}

/** Milliseconds of each change, what the assignment is worth after the last, and the market it then has. */
async function changed(country: Workload, draw: Draw) {
  const start = workloadPart(country, upTo(slotCount), upTo(requestCount));
  const { slots, requests } = country.meta;
  const layout = workloadLayout(start, { slots: slots - slotCount, requests: requests - requestCount });
  const market = new WorkloadMarket(layout);
  const index = new SlotIndex(market);
  const assignment = Assignment.fromPlan(market, index, await planWorkload(start, { within }));
  const prepared = seconds(() => {
    while (assignment.prepare(10_000));
  });
  const present = [...upTo(requestCount)];
  const open = [...upTo(slotCount)];
  // Each does what is not to be measured, and gives what is.
  const change: Readonly<Record<Kind, () => () => void>> = {
    request: () => {
      const request = market.requestCount;
      appendRequests(layout, workloadPart(country, upTo(0), Int32Array.of(request)).requests);
      present.push(request);
      return () => assignment.addRequest(request);
    },
    withdrawal: () => {
      const request = takeOne(present, draw);
      return () => assignment.withdrawRequest(request);
    },
    offer: () => {
      const slot = market.slotCount;
      appendSlots(layout, workloadPart(country, Int32Array.of(slot), upTo(0)).slots);
      open.push(slot);
      return () => assignment.addSlot(slot);
    },
    removal: () => {
      const slot = takeOne(open, draw);
      return () => assignment.removeSlot(slot);
    },
  };
  const times: Record<Kind, number[]> = { request: [], withdrawal: [], offer: [], removal: [] };
  for (let number = 0; number < changes; number++) {
    const kind = kinds[number % kinds.length] as Kind;
    if (index.added >= mostAdded) index.adopt(buildLayout(market));
    times[kind].push(1000 * seconds(change[kind]()));
  }
  const left = workloadPart(country, Int32Array.from(open), Int32Array.from(present));
  return { prepared, times, value: assignment.plan().value, left };
}

/**
 * The slots and requests to begin with, slots in the order of an index, and behind them as many as changes need. What is
 * generated one after the other lies close together, so those to come are drawn from all over the country.
 */
function countryWithMoreToCome(draw: Draw): Workload {
  const most = (kind: Kind) =>
    kinds.filter((each) => each === kind).length * Math.ceil(changes / kinds.length);
  const [moreSlots, moreRequests] = [most('offer'), most('request')];
  const generated = generateWorkload({
    slots: slotCount + moreSlots,
    requests: requestCount + moreRequests,
    seed: 7,
  });
  const slots = drawnApart(generated.meta.slots, moreSlots, draw);
  const requests = drawnApart(generated.meta.requests, moreRequests, draw);
  const start = workloadPart(generated, slots.kept, upTo(0));
  const { entries } = buildLayout(new WorkloadMarket(workloadLayout(start)));
  return workloadPart(
    generated,
    inTurn(
      entries.map((entry) => slots.kept[entry] as number),
      slots.drawn,
    ),
    inTurn(requests.kept, requests.drawn),
  );
}

/** Numbers below `count`: so many in the order they were drawn, and the rest in rising order. */
function drawnApart(count: number, many: number, draw: Draw): { kept: Int32Array; drawn: Int32Array } {
  const drawn = new Set<number>();
  while (drawn.size < many) drawn.add(draw.whole(0, count - 1));
  return { kept: upTo(count).filter((number) => !drawn.has(number)), drawn: Int32Array.from(drawn) };
}

function upTo(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, number) => number);
}

function inTurn(first: Int32Array, then: Int32Array): Int32Array {
  const all = new Int32Array(first.length + then.length);
  all.set(first);
  all.set(then, first.length);
  return all;
}

function takeOne(numbers: number[], draw: Draw): number {
  const at = draw.whole(0, numbers.length - 1);
  const taken = numbers[at] as number;
  numbers[at] = numbers.at(-1) as number;
  numbers.pop();
  return taken;
}
