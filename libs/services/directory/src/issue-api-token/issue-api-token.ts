import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ApiTokenMade, ApiTokenRevoked, atField, event, type PostApiTokenBody } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, policy, sha256, type Cause, type Outcome } from '#libs/runtime';
import { apiTokens, type ApiToken } from '../api-tokens.collection.js';
import { refuse } from '../domain/api-token.errors.js';
import type { Person } from '../domain/person.js';
import { people } from '../people.collection.js';

interface IssuedToken {
  readonly outcome: Outcome<ApiToken>;
  /** Only the first time: it is not kept, so a repeated command cannot be told it again. */
  readonly token?: string;
}

const dayMs = 86_400_000;

@Injectable()
export class IssueApiToken {
  constructor(
    @InjectAggregates(apiTokens) private readonly tokens: Aggregates<ApiToken>,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `api-tokens.action-unknown`, `api-tokens.person-unknown` */
  async execute(id: string, { personId, days, only }: PostApiTokenBody, cause: Cause): Promise<IssuedToken> {
    checkKnown(only ?? []);
    const person = await this.people.get(personId);
    if (!person || person.state.disabled)
      throw refuse('api-tokens.person-unknown', atField('personId', 'unknown', 'there is no such person'));
    const token = `lb_${randomBytes(32).toString('base64url')}`;
    const expiresAt = new Date(this.clock.wall() + days * dayMs).toISOString();
    const state: ApiToken = { sha256: sha256(token), personId, expiresAt, ...(only ? { only } : {}) };
    const outcome = await this.tokens.create(id, cause, {
      state,
      events: [event(ApiTokenMade, { personId, expiresAt })],
    });
    return outcome.repeated ? { outcome } : { outcome, token };
  }

  /** From now on it stands for nobody; a second time changes nothing. @throws Refusal `aggregate.missing` */
  async revoke(id: string, cause: Cause): Promise<Outcome<ApiToken>> {
    const now = this.clock.wall();
    return this.tokens.change(id, cause, (token) =>
      Date.parse(token.expiresAt) <= now
        ? null
        : {
            state: { ...token, expiresAt: new Date(now).toISOString() },
            events: [event(ApiTokenRevoked, { personId: token.personId })],
          },
    );
  }
}

/** A name that nothing answers to would look like a right. */
function checkKnown(only: readonly string[]): void {
  const unknown = only.findIndex((action) => !Object.hasOwn(policy, action));
  if (unknown >= 0)
    throw refuse(
      'api-tokens.action-unknown',
      atField(`only[${unknown}]`, 'unknown', 'there is no such action'),
    );
}
