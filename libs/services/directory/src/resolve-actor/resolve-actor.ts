import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, type Actor } from '#libs/runtime';
import { apiTokens, type ApiToken } from '../api-tokens.collection.js';
import type { Person } from '../domain/person.js';
import { people } from '../people.collection.js';
import { Reach } from './reach.js';

/** Who is behind a token, and what their roles reach today. */
@Injectable()
export class ResolveActor {
  constructor(
    @InjectAggregates(apiTokens) private readonly tokens: Aggregates<ApiToken>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly reach: Reach,
    private readonly clock: Clock,
  ) {}

  /** Undefined for a token that is unknown or expired, or of a person who is disabled. */
  async ofToken(sha256: string): Promise<Actor | undefined> {
    const token = (await this.tokens.find('byHash', { equals: sha256, limit: 1 })).items[0];
    if (!token || Date.parse(token.state.expiresAt) <= this.clock.wall()) return undefined;
    const person = await this.people.get(token.state.personId);
    if (!person || person.state.disabled) return undefined;
    return { id: person.id, roles: await this.reach.of(person.state) };
  }
}
