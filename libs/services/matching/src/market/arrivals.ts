/** Who waits for what is on its way here. */
export class Arrivals {
  private readonly waiting = new Map<string, Set<() => void>>();

  arrived(id: string): void {
    for (const go of this.waiting.get(id) ?? []) go();
  }

  /** Resolves when it arrives, at the latest after so many milliseconds. */
  wait(id: string, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const those = this.waiting.get(id) ?? new Set();
      const go = () => {
        clearTimeout(timer);
        those.delete(go);
        if (those.size === 0) this.waiting.delete(id);
        resolve();
      };
      const timer = setTimeout(go, milliseconds);
      this.waiting.set(id, those.add(go));
    });
  }
}
