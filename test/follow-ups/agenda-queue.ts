import { FollowUpQueue, type FollowUp, type FollowUpHandler } from '#libs/ports/follow-up-queue/port';
import type { Agenda } from './agenda.js';

interface Waking {
  readonly followUp: FollowUp;
  at: number | null;
  running: boolean;
  /** It was to be woken while it ran. */
  again: boolean;
}

/** Wakes at the moment itself, on the agenda of a clock that hops from one moment to the next. */
export class AgendaQueue extends FollowUpQueue {
  private readonly handlers = new Map<string, FollowUpHandler>();
  private readonly wakings = new Map<string, Waking>();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly agenda: Agenda) {
    super();
  }

  async wake(followUp: FollowUp, at: number | null): Promise<void> {
    const key = `${followUp.collection}/${followUp.id}`;
    let waking = this.wakings.get(key);
    if (!waking) this.wakings.set(key, (waking = { followUp, at, running: false, again: false }));
    waking.at = at;
    if (at !== null) this.agenda.add(at, () => this.wakeNow(key, at));
    else if (!waking.running) this.wakings.delete(key);
  }

  async handle(collection: string, handler: FollowUpHandler): Promise<void> {
    this.handlers.set(collection, handler);
  }

  /** Wakes it at that moment too, whatever else was asked for it. */
  wakeAlso(followUp: FollowUp, at: number): void {
    const key = `${followUp.collection}/${followUp.id}`;
    this.agenda.add(at, () => {
      const waking = this.wakings.get(key) ?? { followUp, at, running: false, again: false };
      if (waking.running) waking.again = true;
      else this.run(key, waking);
    });
  }

  get isIdle(): boolean {
    return this.running.size === 0;
  }

  /** Resolves when nobody who was woken is at work. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  async close(): Promise<void> {
    this.handlers.clear();
    await this.idle();
  }

  private wakeNow(key: string, at: number): void {
    const waking = this.wakings.get(key);
    if (!waking || waking.at !== at) return;
    if (waking.running) waking.again = true;
    else this.run(key, waking);
  }

  private run(key: string, waking: Waking): void {
    const handler = this.handlers.get(waking.followUp.collection);
    if (!handler) return;
    const before = waking.at;
    waking.running = true;
    const run = handler(waking.followUp)
      .catch(() => undefined)
      .then(() => {
        this.running.delete(run);
        waking.running = false;
        if (waking.again) {
          waking.again = false;
          this.run(key, waking);
        } else if (waking.at === before) this.wakings.delete(key);
      });
    this.running.add(run);
  }
}
