import { Caller, type Answered } from './caller.js';
import { until } from './until.js';
import type { World } from './world.js';

/** A browser on one of our own pages: holds cookies, and says where its requests come from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly caller: Caller;

  constructor(
    url: string,
    private readonly from: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ) {
    this.caller = new Caller(url);
  }

  get(path: string): Promise<Answered> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answered> {
    return this.send('POST', path, body, { 'idempotency-key': crypto.randomUUID(), ...headers });
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
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.caller.send(method, path, body, {
      ...this.from,
      ...(cookie ? { cookie } : {}),
      ...headers,
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The newest code that was mailed to that address, after `before` mails. */
export async function codeFor(world: World, email: string, before = 0): Promise<string> {
  const text = await until(async () => {
    const mails = (await world.mails(email)).filter(({ messageId }) => messageId.startsWith('code-'));
    return mails.length > before ? mails[0]?.text : undefined;
  }, `a code for ${email}`);
  return /#([A-Z2-9]{8})/.exec(text)?.[1] ?? '';
}

/** A browser in which that person signed in by a code. */
export async function signedInAs(world: World, email: string): Promise<Browser> {
  const browser = new Browser(world.embedded.url);
  const before = (await world.mails(email)).filter(({ messageId }) => messageId.startsWith('code-')).length;
  await browser.post('/api/sign-in/codes', { email });
  const code = await codeFor(world, email, before);
  const answer = await browser.post('/api/sign-in/sessions', { code });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return browser;
}
