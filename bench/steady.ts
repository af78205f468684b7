import { randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';

export interface Steady {
  readonly url: string;
  /** Who posts, and what. */
  readonly teacher: string;
  readonly body: () => string;
  /** Who reads the proposals. */
  readonly coordinator: string;
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
}

/** A fixed rate, whatever the answers take; every fifth request is polled each 5 ms until its proposals are there. */
export async function steady({ url, teacher, body, coordinator, rate, seconds }: Steady) {
  const agent = new Agent({ connections: 64, pipelining: 1 });
  const posts: number[] = [];
  const proposals: number[] = [];
  const one = async (polled: boolean) => {
    const began = performance.now();
    const answer = await request(`${url}/api/requests`, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        authorization: `Bearer ${teacher}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: body(),
    });
    const posted = (await answer.body.json()) as { id: string };
    if (answer.statusCode !== 201) throw new Error(`POST answered ${answer.statusCode}`);
    posts.push(performance.now() - began);
    if (!polled) return;
    for (;;) {
      const read = await request(`${url}/api/requests/${posted.id}/proposals`, {
        dispatcher: agent,
        headers: { authorization: `Bearer ${coordinator}` },
      });
      const { state } = (await read.body.json()) as { state?: string };
      if (state === 'ready') break;
      await new Promise((next) => setTimeout(next, 5));
    }
    proposals.push(performance.now() - began);
  };
  const running: Promise<void>[] = [];
  const start = performance.now();
  for (let i = 0; i < seconds * rate; i++) {
    const wait = start + (i * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((next) => setTimeout(next, wait));
    running.push(one(i % 5 === 0));
  }
  await Promise.all(running);
  const sustained = (seconds * rate * 1000) / (performance.now() - start);
  await agent.close();
  return { posts, proposals, sustained };
}
