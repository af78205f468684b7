import { setTimeout as pause } from 'node:timers/promises';

export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';
  constructor(
    readonly status: number,
    message: string,
    /** What it needs is on its way, or it came too fast: the same again a moment later. */
    readonly notYet: boolean,
  ) {
    super(message);
  }
}

const triesWhileNotYet = 250;
const pauseMs = 40;

/** One person at this process's own API, from the outside like everybody else. */
export class Api {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @throws ApiRefused */
  get<T>(path: string): Promise<T> {
    return this.patiently(() => this.send<T>('GET', path));
  }

  /** Every page of a list. @throws ApiRefused */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: T[]; next: string | null } = await this.get(
        `${path}?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  /** @throws ApiRefused */
  post<T>(path: string, key: string, body: object = {}): Promise<T> {
    return this.patiently(() => this.send<T>('POST', path, { key, body }));
  }

  /** Waits for what is only just on its way (422), and for its turn (429). */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (let left = triesWhileNotYet; ; left -= 1) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof ApiRefused) || !error.notYet || left === 0) throw error;
        await pause(pauseMs);
      }
    }
  }

  private async send<T>(method: string, path: string, sent?: { key: string; body: object }): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(sent ? { 'content-type': 'application/json', 'idempotency-key': sent.key } : {}),
      },
      ...(sent ? { body: JSON.stringify(sent.body) } : {}),
    });
    const text = await response.text();
    if (!response.ok)
      throw new ApiRefused(
        response.status,
        `${method} ${path}: ${response.status} ${text}`,
        (response.status === 422 || response.status === 429) && response.headers.has('retry-after'),
      );
    return JSON.parse(text) as T;
  }
}
