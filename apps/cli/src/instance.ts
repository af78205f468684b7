import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A sentence for the person at the keyboard; nothing else needs to be said. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** What the instance answered instead of doing it. */
export class Refused extends Stopped {
  constructor(
    readonly code: string,
    detail: string,
    readonly problem: Readonly<Record<string, unknown>>,
  ) {
    super(detail);
  }
}

interface InstanceFile {
  readonly url: string;
  readonly operatorToken: string;
}

/** The running instance of a data folder, spoken to as its operator. */
export class Instance {
  private constructor(
    private readonly folder: string,
    private readonly at: InstanceFile,
  ) {}

  /** @throws Stopped when nothing runs on that folder. */
  static async of(folder: string): Promise<Instance> {
    const file = path.join(folder, 'instance.json');
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (cause) {
      throw new Stopped(notRunning(folder), { cause });
    }
    const { url, operatorToken } = JSON.parse(text) as Partial<InstanceFile>;
    if (!url || !operatorToken) throw new Stopped(`${file} names no address and no operator key.`);
    return new Instance(folder, { url, operatorToken });
  }

  /** @throws Refused, Stopped */
  get<T>(route: string): Promise<T> {
    return this.send<T>('GET', route);
  }

  /** @throws Refused, Stopped */
  post<T>(route: string, body: object = {}): Promise<T> {
    return this.send<T>('POST', route, body);
  }

  private async send<T>(method: string, route: string, body?: object): Promise<T> {
    let response: Response;
    try {
      response = await fetch(new URL(route, this.at.url), {
        method,
        headers: {
          authorization: `Bearer ${this.at.operatorToken}`,
          ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    } catch (cause) {
      throw new Stopped(notRunning(this.folder), { cause });
    }
    const answer = (await response.json().catch(() => ({}))) as T & Record<string, unknown>;
    if (response.ok) return answer;
    const { code, detail } = answer;
    throw new Refused(
      typeof code === 'string' ? code : `http.${response.status}`,
      typeof detail === 'string' ? detail : `The instance answered ${response.status}.`,
      answer,
    );
  }
}

function notRunning(folder: string): string {
  return `No Leerbrug runs on the folder ${path.resolve(folder)}. Start it with "npm start" and try again.`;
}
