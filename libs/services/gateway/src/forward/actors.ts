import type { FastifyRequest } from 'fastify';
import { Refusal } from '#libs/contracts';
import { sha256, visitor, type Actor, type ServiceReads } from '#libs/runtime';
import type { Cookies } from '../sessions/cookies.js';
import type { EdgeCalls } from '../sessions/edge-calls.js';

const keptFor = 5_000;
const mostKept = 20_000;

interface Kept {
  readonly actor: Promise<Actor | undefined>;
  /** Once the directory said who it is. */
  id?: string;
  readonly until: number;
}

/**
 * Who sends a token or holds a session. Asked of the directory and kept for 5 s, so that a person who is out is out
 * within 5 s.
 */
export class Actors {
  private readonly known = new Map<string, Kept>();

  constructor(
    private readonly reads: ServiceReads,
    private readonly calls: EdgeCalls,
    private readonly cookies: Cookies,
    /** Wall clock, epoch ms. */
    private readonly now: () => number,
  ) {}

  /**
   * The visitor without a token or with a session that is over; undefined for a token that is not good. A token counts
   * before a session. @throws Unavailable
   */
  async of(request: FastifyRequest): Promise<Actor | undefined> {
    const key = this.keyOf(request);
    if (key === undefined) return request.headers.authorization ? undefined : visitor;
    if (key.startsWith('token ')) return this.keep(key, (hash) => this.askToken(hash));
    return (await this.keep(key, (hash) => this.askSession(hash))) ?? visitor;
  }

  /** Who it is as far as is known without asking: the person, or else the token or session; undefined for a visitor. */
  soFar(request: FastifyRequest): string | undefined {
    const key = this.keyOf(request);
    return key && (this.known.get(key)?.id ?? key);
  }

  /** A session that ended or became another one. */
  forget(session: string): void {
    this.known.delete(`session ${session}`);
  }

  private keyOf(request: FastifyRequest): string | undefined {
    const { authorization } = request.headers;
    if (authorization) {
      const token = /^Bearer ([\x21-\x7e]{1,300})$/.exec(authorization)?.[1];
      return token && `token ${sha256(token)}`;
    }
    const session = this.cookies.session(request);
    return session && `session ${session}`;
  }

  private keep(key: string, ask: (hash: string) => Promise<Actor | undefined>): Promise<Actor | undefined> {
    const kept = this.known.get(key);
    if (kept && kept.until > this.now()) return kept.actor;
    if (this.known.size >= mostKept) this.known.clear();
    const actor = ask(key.split(' ')[1] as string);
    const keeping: Kept = { actor, until: this.now() + keptFor, ...(kept?.id ? { id: kept.id } : {}) };
    this.known.set(key, keeping);
    actor.then(
      (found) => {
        if (found) keeping.id = found.id;
      },
      () => this.known.delete(key),
    );
    return actor;
  }

  private async askToken(hash: string): Promise<Actor | undefined> {
    const answer = await this.reads.get<{ actor: Actor }>('directory', `/internal/tokens/${hash}`);
    return answer?.actor;
  }

  private async askSession(hash: string): Promise<Actor | undefined> {
    try {
      return (await this.calls.post<{ actor: Actor }>('directory', '/internal/sessions/use', { hash })).actor;
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'missing') return undefined;
      throw error;
    }
  }
}
