import { Agent, request } from 'undici';
import { Refusal, Unavailable, type RefusalKind } from '#libs/contracts';
import { statusOf, type Peers, type Problem, type ServiceTokens } from '#libs/runtime';

const patience = 10_000;

/** Commands of the edge itself to a service's internal routes, signed as the gateway. */
export class EdgeCalls {
  private readonly agent = new Agent({ connections: 16, pipelining: 1, keepAliveTimeout: 4_000 });

  constructor(
    private readonly tokens: ServiceTokens,
    private readonly peers: Peers,
  ) {}

  /** @throws Refusal as the service refused; Unavailable */
  async post<T>(
    service: string,
    path: string,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const base = this.peers.get(service);
    if (!base) throw new Unavailable(service);
    const answer = await request(`${base}${path}`, {
      method: 'POST',
      dispatcher: this.agent,
      headersTimeout: patience,
      bodyTimeout: patience,
      headers: {
        authorization: `Bearer ${await this.tokens.signAsService(service)}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    }).catch((cause: unknown) => {
      throw new Unavailable(service, { cause });
    });
    const said = await answer.body.json();
    if (answer.statusCode < 300) return said as T;
    throw refusalOf(said as Problem) ?? new Unavailable(service);
  }

  async close(): Promise<void> {
    await this.agent.close();
  }
}

function refusalOf(problem: Problem): Refusal | undefined {
  const { type: _type, title: _title, status, detail, code, errors, ...facts } = problem;
  const kind = (Object.keys(statusOf) as RefusalKind[]).find((each) => statusOf[each] === status);
  return kind && new Refusal(code, kind, detail, { errors, facts });
}
