/**
 * The Idempotency-Key of a command: the same words get the same key until somebody answered, so that sending them again
 * after an outage, by itself or by hand, does it once.
 */
export class CommandKeys {
  private last: { readonly words: string; readonly key: string } | undefined;

  constructor(private readonly newKey: () => string) {}

  keyFor(said: unknown): string {
    const words = JSON.stringify(said) ?? '';
    if (this.last?.words !== words) this.last = { words, key: this.newKey() };
    return this.last.key;
  }

  /** The server said yes or no: the next command is another one. */
  answered(): void {
    this.last = undefined;
  }
}
