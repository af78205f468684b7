import { sha256, visitor, type Actor, type ServiceReads } from '#libs/runtime';

const keptFor = 5_000;
const mostKept = 20_000;

/** Who sends a token. Asked of the directory and kept for 5 s, so that a person who is out is out within 5 s. */
export class Actors {
  private readonly known = new Map<
    string,
    { readonly actor: Promise<Actor | undefined>; readonly until: number }
  >();

  constructor(
    private readonly reads: ServiceReads,
    /** Wall clock, epoch ms. */
    private readonly now: () => number,
  ) {}

  /** The visitor without a token; undefined for a token that is not good. @throws Unavailable */
  of(authorization: string | undefined): Promise<Actor | undefined> {
    if (!authorization) return Promise.resolve(visitor);
    const token = /^Bearer ([\x21-\x7e]{1,300})$/.exec(authorization)?.[1];
    if (!token) return Promise.resolve(undefined);
    const hash = sha256(token);
    const kept = this.known.get(hash);
    if (kept && kept.until > this.now()) return kept.actor;
    if (this.known.size >= mostKept) this.known.clear();
    const actor = this.ask(hash);
    this.known.set(hash, { actor, until: this.now() + keptFor });
    actor.catch(() => this.known.delete(hash));
    return actor;
  }

  private async ask(hash: string): Promise<Actor | undefined> {
    const answer = await this.reads.get<{ actor: Actor }>('directory', `/internal/tokens/${hash}`);
    return answer?.actor;
  }
}
