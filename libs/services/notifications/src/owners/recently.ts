import type { Clock } from '#libs/ports/clock/port';

const mostKept = 5_000;

/** What was read a moment ago, so that many mails about few people ask few times; a failure is not kept. */
export class Recently<T> {
  private readonly known = new Map<string, { answer: Promise<T>; at: number }>();

  constructor(
    private readonly keptMs: number,
    private readonly clock: Clock,
  ) {}

  of(id: string, read: () => Promise<T>): Promise<T> {
    const now = this.clock.now();
    const known = this.known.get(id);
    // A clock that was set back makes nothing younger.
    if (known && known.at <= now && now - known.at < this.keptMs) return known.answer;
    if (this.known.size >= mostKept) this.known.clear();
    const answer = read();
    this.known.set(id, { answer, at: now });
    answer.catch(() => this.known.delete(id));
    return answer;
  }
}
