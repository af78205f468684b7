import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A sentence for the person at the keyboard; nothing else needs to be said. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** What the instance answered instead of doing it. */
export class Refused extends Stopped {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly problem: Readonly<Record<string, unknown>>,
  ) {
    super(detail);
  }
}

/** Nobody answers at that address. */
export class NoAnswer extends Stopped {}

const askAgainMs = 100;
const patienceMs = 10_000;

interface Sent {
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
}

/** One person at the API of an instance. */
export class Api {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** @throws Refused, NoAnswer */
  get<T>(route: string): Promise<T> {
    return this.send<T>('GET', route);
  }

  /** A new command each time; the same again while what it names is only on its way. @throws Refused, NoAnswer */
  post<T>(route: string, body: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    const key = { 'idempotency-key': randomUUID() };
    return this.send<T>('POST', route, { body, headers: { ...key, ...headers } });
  }

  /** What is no JSON, such as a csv. @throws NoAnswer, Refused */
  async text(route: string): Promise<string> {
    const response = await this.answerTo('GET', route);
    return response.ok ? response.text() : this.refuse(response);
  }

  private async send<T>(method: string, route: string, sent?: Sent): Promise<T> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const response = await this.answerTo(method, route, sent);
      if (response.ok) return (await response.json()) as T;
      const comes = response.status === 422 && response.headers.has('retry-after');
      if (!comes || performance.now() > deadline) return this.refuse(response);
      await pause(askAgainMs);
    }
  }

  private async answerTo(method: string, route: string, sent?: Sent): Promise<Response> {
    try {
      return await fetch(new URL(route, this.url), {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(sent ? { 'content-type': 'application/json' } : {}),
          ...sent?.headers,
        },
        ...(sent ? { body: JSON.stringify(sent.body) } : {}),
      });
    } catch (cause) {
      throw new NoAnswer(`Nobody answers at ${this.url}.`, { cause });
    }
  }

  private async refuse(response: Response): Promise<never> {
    const problem = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const { code, detail } = problem;
    throw new Refused(
      response.status,
      typeof code === 'string' ? code : `http.${response.status}`,
      typeof detail === 'string' ? detail : `The instance answered ${response.status}.`,
      problem,
    );
  }
}
