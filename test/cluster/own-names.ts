import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Caller, type Answered } from '../support/caller.js';

/** Who and what a world is made of, as its story calls them. */
const places = ['factory', 'school-brug', 'school-kampen', 'school-far', 'region-ijssel', 'region-far'];
/** Where a word that means other things too is a name. */
const names = /^(organisationIds?|givenBy|personIds?|contactId)$/;

/**
 * The names of one of many worlds in a cluster. A story says `factory` and hears `factory`; in the cluster it is one of
 * many, so that the next story finds it untouched.
 */
export class OwnNames {
  private readonly mark = `-${randomBytes(4).toString('hex')}`;

  there(name: string): string {
    return `${name}${this.mark}`;
  }

  /** What the cluster says, as the story knows it. */
  here(text: string): string {
    return text.replaceAll(this.mark, '');
  }

  pathThere(path: string): string {
    return path
      .replace(/[^/?&=]+/g, (part) => (places.includes(part) ? this.there(part) : part))
      .replace(/^(\/api\/people\/)([a-z]+)$/, (_, people: string, name: string) => people + this.there(name));
  }

  bodyThere(body: unknown, key = ''): unknown {
    if (typeof body === 'string') return places.includes(body) || names.test(key) ? this.there(body) : body;
    if (Array.isArray(body)) return body.map((each) => this.bodyThere(each, key));
    if (typeof body !== 'object' || body === null) return body;
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, this.bodyThere(value, name)]),
    );
  }
}

/** One person of such a world. */
export class CallerFromThere extends Caller {
  constructor(
    url: string,
    private readonly names: OwnNames,
    token?: string,
  ) {
    super(url, token);
  }

  override async send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answered> {
    const { names } = this;
    const ask = () => super.send(method, names.pathThere(path), names.bodyThere(body), headers);
    let answer = await ask();
    for (const until = performance.now() + knownWithinMs; isEarly(answer) && performance.now() < until;) {
      await pause(askAgainAfterMs);
      answer = await ask();
    }
    return { ...answer, body: JSON.parse(names.here(JSON.stringify(answer.body))) };
  }
}

const knownWithinMs = 2_000;
const askAgainAfterMs = 50;

/** What one process knows another may hear of a moment later: whoever is told to ask again does, under the same key. */
const isEarly = ({ status, headers }: Answered) => status === 422 && headers.has('retry-after');
