import { drawer, normal, randomNumbers } from './random.js';
import {
  defaultWorkloadWeights,
  emptyRows,
  leavesPerBranch,
  leavesPerRoot,
  requestFields,
  slotFields,
  type Workload,
  type WorkloadRequests,
  type WorkloadSlots,
} from './workload.js';

export interface WorkloadSize {
  readonly slots: number;
  readonly requests: number;
  /** A whole number; the same size and seed give the same workload. */
  readonly seed: number;
}

const leaves = 360;
const days = 200;
/** The Netherlands: about as many municipalities and square kilometres for this many slots. */
const national = { slots: 200_000, municipalities: 342, sideKm: 200 };
/** Deviation of addresses around the middle of their municipality, km. */
const spreadKm = 3.5;
const schoolRequests = 60;
const partnerSlots = 10;

/**
 * A market of the shape the benchmarks use: 12 roots × 6 branches × 5 leaves of skewed popularity; municipalities with
 * Zipf weights on a map whose area follows the number of slots, so that a request meets as many slots in a small market as
 * in a national one (about 44 fit); capacities 1, 2, 3, 5, 8; demand above supply when there are three requests per slot.
 * @throws RangeError when a number is not whole or negative
 */
export function generateWorkload({ slots, requests, seed }: WorkloadSize): Workload {
  for (const count of [slots, requests])
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError('slots and requests must be whole numbers');
  const country = aCountry(Math.max(slots, 1), randomNumbers(seed));
  return {
    meta: { slots, requests, leaves, days, weights: defaultWorkloadWeights },
    slots: generateSlots(slots, country, randomNumbers(seed ^ 0x51075)),
    requests: generateRequests(requests, country, randomNumbers(seed ^ 0x4e9e57)),
  };
}

interface Country {
  readonly sideKm: number;
  readonly middles: readonly { readonly x: number; readonly y: number }[];
  readonly weights: readonly number[];
  readonly popularity: readonly number[];
}

function aCountry(slots: number, random: () => number): Country {
  const share = slots / national.slots;
  const sideKm = national.sideKm * Math.sqrt(share);
  const count = Math.max(1, Math.round(national.municipalities * share));
  // Ranks are drawn, so that the largest town does not grow with the country.
  const weights = Array.from(
    { length: count },
    () => 1 / (1 + Math.floor(random() * national.municipalities)) ** 0.6,
  );
  const middles = weights.map(() => ({ x: random() * sideKm, y: random() * sideKm }));
  const popularity = Array.from({ length: leaves }, (_, leaf) => {
    const root = Math.floor(leaf / leavesPerRoot);
    const branch = Math.floor(leaf / leavesPerBranch) % (leavesPerRoot / leavesPerBranch);
    return (1 + root) ** -0.7 * (1 + branch) ** -0.6 * (1 + (leaf % leavesPerBranch)) ** -0.5;
  });
  return { sideKm, middles, weights, popularity };
}

function generateSlots(count: number, country: Country, random: () => number): WorkloadSlots {
  const slots = emptyRows(slotFields, count);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const municipality = drawer(country.weights, random);
  const theme = drawer(country.popularity, random);
  const capacity = drawer([45, 25, 15, 10, 5], random);
  const mode = drawer([48, 48, 4], random);
  let partner = -1;
  let left = 0;
  let own = { x: 0, y: 0, radius: 0, load: 0, mode: 0, level: 0, maxGroup: 0, themes: [0] };
  for (let slot = 0; slot < count; slot++) {
    if (left === 0) {
      partner++;
      left = 1 + Math.floor(-Math.log(1 - random()) * partnerSlots);
      const home = address(country, municipality(), random);
      own = {
        ...home,
        radius: pick([10, 15, 20, 25, 30, 40]),
        load: random() ** 2 * 0.1,
        mode: 1 << mode(),
        level: levelsOf(pick, random),
        maxGroup: pick([15, 20, 24, 26, 28, 30, 30, 32, 35, 60]),
        themes: [theme(), theme()],
      };
    }
    left--;
    slots.x[slot] = own.x;
    slots.y[slot] = own.y;
    slots.radius[slot] = own.radius;
    slots.load[slot] = own.load;
    slots.theme[slot] = pick(own.themes);
    slots.day[slot] = Math.floor(random() * days);
    slots.mode[slot] = own.mode;
    slots.level[slot] = own.level;
    slots.part[slot] = pick([1, 1, 1, 2, 2, 4]);
    slots.maxGroup[slot] = own.maxGroup;
    slots.cap[slot] = [1, 2, 3, 5, 8][capacity()]!;
    slots.partner[slot] = partner;
  }
  return slots;
}

function generateRequests(count: number, country: Country, random: () => number): WorkloadRequests {
  const requests = emptyRows(requestFields, count);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const municipality = drawer(country.weights, random);
  const theme = drawer(country.popularity, random);
  let school = -1;
  let left = 0;
  let own = { x: 0, y: 0, radius: 0, equity: 0, primary: true };
  for (let request = 0; request < count; request++) {
    if (left === 0) {
      school++;
      left = 1 + Math.floor(random() * 2 * schoolRequests);
      const home = address(country, municipality(), random);
      own = { ...home, radius: pick([8, 10, 15, 20, 30]), equity: random() * 0.05, primary: random() < 0.7 };
    }
    left--;
    const d0 = Math.floor(random() * (days - 10));
    requests.x[request] = own.x;
    requests.y[request] = own.y;
    requests.radius[request] = own.radius;
    requests.equity[request] = own.equity;
    requests.theme[request] = theme();
    requests.d0[request] = d0;
    requests.d1[request] = Math.min(days - 1, d0 + pick([10, 20, 30, 40, 60, 90]));
    requests.modes[request] = pick([1, 2, 3, 3, 3, 7]);
    requests.level[request] = own.primary ? pick([1, 2, 4, 8, 12]) : pick([16, 32, 64, 96]);
    requests.parts[request] = pick([1, 2, 3, 3, 3, 7]);
    requests.group[request] = 12 + Math.floor(random() * 20);
    requests.school[request] = school;
  }
  return requests;
}

/** Four stages of primary school, three of secondary school: neighbours go together. */
function levelsOf(pick: <T>(values: readonly T[]) => T, random: () => number): number {
  const levels = random() < 0.6 ? pick([3, 6, 12, 14, 15]) : pick([16, 48, 96, 112]);
  return random() < 0.1 ? 127 : levels;
}

function address({ middles, sideKm }: Country, municipality: number, random: () => number) {
  const { x, y } = middles[municipality]!;
  const within = (value: number) => Math.min(sideKm, Math.max(0, value));
  return { x: within(x + normal(random) * spreadKm), y: within(y + normal(random) * spreadKm) };
}
