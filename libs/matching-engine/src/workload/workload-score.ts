import { leavesPerBranch, leavesPerRoot, type Workload } from './workload.js';

/** 1 the same leaf, 0.7 the same branch, 0.35 the same root, else 0 (does not fit). */
export function themeSimilarity(one: number, other: number): number {
  if (one === other) return 1;
  if (Math.floor(one / leavesPerBranch) === Math.floor(other / leavesPerBranch)) return 0.7;
  return Math.floor(one / leavesPerRoot) === Math.floor(other / leavesPerRoot) ? 0.35 : 0;
}

/**
 * The score of a pair as an integer: worked out in float64 from the stored values, parts added in the order theme, distance,
 * schedule, group, load, equity, and rounded once, at the end, by `Math.round(10000 × sum)`. What is worth less than nothing
 * counts 0. −1 when a hard condition fails; the distance itself is √(dx² + dy²). A limit of 0 km fits only on the
 * spot, and there the distance part is 1; a slot for groups of at most 0 fits a group of 0 with a group part of 0.
 */
export function workloadScore({ meta, slots, requests }: Workload, request: number, slot: number): number {
  if (slots.cap[slot]! < 1) return -1;
  const mode = slots.mode[slot]!;
  if ((requests.modes[request]! & mode) === 0) return -1;
  if ((requests.level[request]! & slots.level[slot]!) === 0) return -1;
  if ((requests.parts[request]! & slots.part[slot]!) === 0) return -1;
  const [group, maxGroup] = [requests.group[request]!, slots.maxGroup[slot]!];
  if (group > maxGroup) return -1;
  const [day, d0, d1] = [slots.day[slot]!, requests.d0[request]!, requests.d1[request]!];
  if (day < d0 || day > d1) return -1;
  const similarity = themeSimilarity(requests.theme[request]!, slots.theme[slot]!);
  if (similarity === 0) return -1;
  let nearness = 0.5;
  if (mode !== 4) {
    const [dx, dy] = [slots.x[slot]! - requests.x[request]!, slots.y[slot]! - requests.y[request]!];
    const distance = Math.sqrt(dx * dx + dy * dy);
    const limit = mode === 1 ? slots.radius[slot]! : requests.radius[request]!;
    if (distance > limit) return -1;
    nearness = limit === 0 ? 1 : 1 - distance / limit;
  }
  const { weights } = meta;
  const sum =
    weights.theme * similarity +
    weights.distance * nearness +
    weights.schedule * (1 - Math.abs(day - (d0 + d1) / 2) / ((d1 - d0) / 2 + 1)) +
    weights.group * (maxGroup === 0 ? 0 : group / maxGroup) +
    weights.load * (1 - 10 * slots.load[slot]!) +
    requests.equity[request]!;
  return Math.max(0, Math.round(10_000 * sum));
}
