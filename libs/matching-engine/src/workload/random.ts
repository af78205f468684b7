/** Seeded pseudo-random numbers in [0, 1): mulberry32 by Tommy Ettinger. The same seed gives the same sequence everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Numbers from a normal distribution with mean 0 and deviation 1 (Box and Muller 1958). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws i with a probability proportional to `weights[i]`: alias method of Walker (1977), built as Vose (1991) does. */
export function drawer(weights: readonly number[], random: () => number): () => number {
  const count = weights.length;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / count;
  const share = weights.map((weight) => weight / mean);
  const alias = share.map((_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  share.forEach((value, i) => (value < 1 ? small : large).push(i));
  while (small.length > 0 && large.length > 0) {
    const [low, high] = [small.pop()!, large.at(-1)!];
    alias[low] = high;
    share[high]! -= 1 - share[low]!;
    if (share[high]! < 1) small.push(large.pop()!);
  }
  // What is left is 1 but for rounding.
  for (const i of [...small, ...large]) share[i] = 1;
  return () => {
    const i = Math.floor(random() * count);
    return random() < share[i]! ? i : alias[i]!;
  };
}
