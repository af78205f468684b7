/** Asks until the answer is there; fails with the last answer after a long while, so that a wrong build ends. */
export async function until<T>(
  ask: () => Promise<T | undefined | false | null>,
  what: string,
  seconds = 20,
): Promise<T> {
  const deadline = performance.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise<void>((resolve) => setTimeout(resolve, 5));
  }
}
