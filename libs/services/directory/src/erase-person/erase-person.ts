import { Injectable } from '@nestjs/common';
import { Mailbox, Mailer } from '#libs/ports/mailer/port';
import {
  Aggregates,
  InjectAggregates,
  ServiceReads,
  can,
  type Actor,
  type CommandCause,
  type Kept,
} from '#libs/runtime';
import { Circles } from '../change-person/circles.js';
import { erasePerson, mustBeErasable } from '../domain/erase-person.js';
import type { Person } from '../domain/person.js';
import { missing } from '../missing.js';
import { people } from '../people.collection.js';
import { EraseTraces } from './erase-traces.js';

/** Who keeps texts that people wrote, which may stand in mails too. */
const writers = ['requests', 'offers', 'matching'] as const;
/** Shorter words stand in everybody's mails. */
const shortestText = 5;

@Injectable()
export class ErasePerson {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly circles: Circles,
    private readonly traces: EraseTraces,
    private readonly reads: ServiceReads,
    private readonly mailer: Mailer,
  ) {}

  /**
   * The person last: a command that is cut off half-way is simply given again.
   * @throws Refusal `aggregate.missing` outside the actor's scope, `people.last-…`; Unavailable
   */
  async execute(id: string, actor: Actor, cause: CommandCause): Promise<void> {
    const person = (await this.people.get(id))?.state;
    if (!person || !can(actor, 'people.erase', { regions: [], madeBy: id })) throw missing();
    mustBeErasable(person);
    await this.circles.mayLeaveAll(id);
    const texts = await this.textsOf(person);
    await this.traces.of(person);
    await this.circles.change(id, cause, erasePerson);
    if (this.mailer instanceof Mailbox) await this.mailer.forget({ to: person.email, texts });
  }

  private async textsOf({ id, name, email, phone = '' }: Person): Promise<string[]> {
    const kept = await Promise.all(
      writers.map((service) =>
        this.reads.get<Kept>(service, `/internal/people/${encodeURIComponent(id)}/export`),
      ),
    );
    return [name, email, phone, ...kept.flatMap(wroteIn)].filter(({ length }) => length >= shortestText);
  }
}

/** Every text under `wrote`, wherever that stands. */
function wroteIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'wrote' ? (inner as string[]) : wroteIn(inner),
  );
}
