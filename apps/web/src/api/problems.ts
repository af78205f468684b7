import type { components } from './schema.js';

export type Problem = components['schemas']['Problem'];

export interface FieldProblem {
  /** As the server names it: `groups[0].name`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** The server understood and says no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: Readonly<Record<string, unknown>>,
    /** The same may be asked again in this many seconds. */
    readonly retryAfter?: number,
  ) {
    super(code);
  }

  get fields(): readonly FieldProblem[] {
    const { errors } = this.problem;
    return Array.isArray(errors) ? (errors as FieldProblem[]) : [];
  }
}

/** Nobody said anything: no network, no server, or none in time. Whether it was done is not known. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
  constructor(readonly why: 'offline' | 'down' | 'slow') {
    super(why);
  }
}

/** What a thrown value of a call means. */
export function failureOf(error: unknown, online: boolean): unknown {
  if (error instanceof Refused || error instanceof NotReached) return error;
  const { name } = error as Error;
  if (name === 'TimeoutError') return new NotReached('slow');
  if (name === 'AbortError') return error;
  if (error instanceof TypeError) return new NotReached(online ? 'down' : 'offline');
  return error;
}

/** What an answer that is no success means. */
export function refusalOf(status: number, body: unknown, retryAfter: string | null): Refused | NotReached {
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const code = typeof problem['code'] === 'string' ? problem['code'] : undefined;
  if (code === undefined || status === 502 || status === 503 || status === 504) return new NotReached('down');
  return new Refused(status, code, problem, retryAfter ? Number(retryAfter) : undefined);
}

const mostTries = 3;

/** Whether the same is worth asking again by itself: nobody answered, or it is only just on its way. */
export function isWorthRetrying(tries: number, error: unknown): boolean {
  if (error instanceof NotReached) return tries < mostTries;
  return error instanceof Refused && error.status === 422 && error.retryAfter !== undefined && tries < 6;
}

export function retryDelay(tries: number, error: unknown): number {
  return error instanceof Refused ? 1_000 : Math.min(8_000, 500 * 2 ** tries);
}
