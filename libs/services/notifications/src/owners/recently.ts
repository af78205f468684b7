const mostKept = 5_000;

/** What was read a moment ago, so that many mails about few people ask few times; a failure is not kept. */
export class Recently<T> {
  private readonly known = new Map<string, { answer: Promise<T>; until: number }>();

  constructor(private readonly keptMs: number) {}

  of(id: string, read: () => Promise<T>): Promise<T> {
    const known = this.known.get(id);
    if (known && known.until > performance.now()) return known.answer;
    if (this.known.size >= mostKept) this.known.clear();
    const answer = read();
    this.known.set(id, { answer, until: performance.now() + this.keptMs });
    answer.catch(() => this.known.delete(id));
    return answer;
  }
}
