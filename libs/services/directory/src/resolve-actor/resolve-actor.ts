import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, type Actor } from '#libs/runtime';
import { apiTokens, type ApiToken } from '../api-tokens.collection.js';
import type { Person } from '../domain/person.js';
import { people } from '../people.collection.js';
import { Sessions } from '../sessions/sessions.js';
import { Reach } from './reach.js';

/** Who is behind a token or a session, and what their roles reach today. */
@Injectable()
export class ResolveActor {
  constructor(
    @InjectAggregates(apiTokens) private readonly tokens: Aggregates<ApiToken>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly reach: Reach,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Undefined for a token that is unknown or expired, or of a person who is disabled. */
  async ofToken(sha256: string): Promise<Actor | undefined> {
    const token = (await this.tokens.find('byHash', { equals: sha256, limit: 1 })).items[0];
    if (!token || Date.parse(token.state.expiresAt) <= this.clock.wall()) return undefined;
    const { personId, only } = token.state;
    const actor = await this.of(personId);
    return actor && only ? { ...actor, only } : actor;
  }

  /** Undefined as for a token; `hash` is that of what the browser holds. */
  async ofSession(hash: string): Promise<Actor | undefined> {
    const session = await this.sessions.use(hash);
    const actor = session && (await this.of(session.personId));
    if (!actor) return undefined;
    const { id, stepUpUntil } = session;
    return { ...actor, session: { id, ...(stepUpUntil ? { stepUpUntil } : {}) } };
  }

  private async of(personId: string): Promise<Actor | undefined> {
    const person = await this.people.get(personId);
    if (!person || person.state.disabled) return undefined;
    return { id: person.id, roles: await this.reach.of(person.state) };
  }
}
