import { randomUUID } from 'node:crypto';

export interface Answered<T = any> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
  readonly headers: Headers;
}

/** One person at the API. */
export class Caller {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  get(path: string): Promise<Answered> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    return this.send('POST', path, body ?? {}, { 'idempotency-key': randomUUID(), ...headers });
  }

  patch(path: string, body: unknown, etag: string | null): Promise<Answered> {
    return this.send('PATCH', path, body, etag ? { 'if-match': etag } : {});
  }

  delete(path: string): Promise<Answered> {
    return this.send('DELETE', path);
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await textOf(response);
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: json && text ? JSON.parse(text) : text,
      etag: response.headers.get('etag'),
      headers: response.headers,
    };
  }
}

/** A stream goes on for as long as somebody listens: here its beginning is enough. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  await response.body?.cancel();
  return '';
}
