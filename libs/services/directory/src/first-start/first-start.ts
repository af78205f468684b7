import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates, type CommandCause } from '#libs/runtime';
import { operatorKey, type Person } from '../domain/person.js';
import { people } from '../people.collection.js';
import { SignInCodes } from '../sign-in/sign-in-codes.js';

const firstOperator: Person = {
  id: 'first-operator',
  name: 'Operator',
  email: '',
  language: 'nl',
  roles: [{ role: 'operator' }],
  disabled: false,
};
const goodForMinutes = 60;

const cause: CommandCause = {
  kind: 'command',
  actor: 'service:directory',
  key: null,
  bodyHash: '',
  correlationId: 'first-start',
  causationId: null,
};

/** The way into an installation that nobody can sign in to as operator yet. */
@Injectable()
export class FirstStart {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly codes: SignInCodes,
  ) {}

  /** A code for the console, good once and for an hour; undefined as soon as an operator has an address to sign in with. */
  async operatorCode(): Promise<string | undefined> {
    const { items } = await this.people.find('byRole', { equals: operatorKey, limit: 100 });
    if (items.some(({ state }) => state.email !== '')) return undefined;
    const { document } = await this.people.create(firstOperator.id, cause, { state: firstOperator });
    if (document.state.disabled) return undefined;
    return this.codes.forAnyBrowser('', firstOperator.id, goodForMinutes);
  }
}
