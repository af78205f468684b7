interface Entry {
  readonly at: number;
  readonly nth: number;
  readonly run: () => void;
}

/** What is to happen when, epoch ms; of one moment in the order in which it was put down. */
export class Agenda {
  private readonly heap: Entry[] = [];
  private nth = 0;

  add(at: number, run: () => void): void {
    const { heap } = this;
    const entry = { at, nth: ++this.nth, run };
    let i = heap.push(entry) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent] as Entry;
      if (!isBefore(entry, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = entry;
  }

  /** The next moment at which anything happens; Infinity when nothing does. */
  get next(): number {
    return this.heap[0]?.at ?? Infinity;
  }

  /** Does what is due by then, also what falls due because of it; whether there was anything. */
  doUntil(now: number): boolean {
    let done = false;
    while (this.next <= now) {
      done = true;
      this.take().run();
    }
    return done;
  }

  private take(): Entry {
    const { heap } = this;
    const first = heap[0] as Entry;
    const last = heap.pop() as Entry;
    if (heap.length === 0) return first;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Entry, heap[child] as Entry)) child += 1;
      const below = heap[child] as Entry;
      if (!isBefore(below, last)) break;
      heap[i] = below;
      i = child;
    }
    heap[i] = last;
    return first;
  }
}

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.nth < b.nth);
