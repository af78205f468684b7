import { Injectable } from '@nestjs/common';
import { AlreadyTaken, DocumentStore, StaleVersion } from '#libs/ports/document-store/port';
import {
  Aggregates,
  InjectAggregates,
  type Aggregate,
  type CommandCause,
  type Decision,
  type Outcome,
} from '#libs/runtime';
import { circles, type Circle } from '../circles.collection.js';
import { circlesLeft, circlesOf, lastOf } from '../domain/circle.js';
import type { Person } from '../domain/person.js';
import { missing } from '../missing.js';
import { people } from '../people.collection.js';
import { everything } from '../search.js';

type Decide = (person: Person) => Decision<Person> | null;

/** Somebody else wrote the person between what was said of the circles and our write. */
class Moved extends Error {
  override readonly name = 'Moved';
}

/**
 * Changes people so that every region keeps a coordinator and the installation an operator, whoever removes whom at the
 * same time in whichever process. Who leaves says so in the circle first, and that counts for the version of the person it
 * was said of: while that version stands they count as gone, and when another one stands their leaving did not come about.
 */
@Injectable()
export class Circles {
  constructor(
    private readonly store: DocumentStore,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
  ) {}

  /** `Aggregates.change` of a person. @throws Refusal as that, as `decide`, and `people.last-…` */
  async change(id: string, cause: CommandCause, decide: Decide): Promise<Outcome<Person>> {
    for (;;) {
      const before = await this.people.get(id);
      if (!before) throw missing();
      const stale = cause.ifRev !== undefined && cause.ifRev !== before.rev;
      const after = stale ? null : decide(before.state);
      await this.leave(before, circlesLeft(before.state, after?.state ?? before.state));
      try {
        return await this.people.change(id, cause, (person, { ver }) => {
          if (ver !== before.ver) throw new Moved();
          return decide(person);
        });
      } catch (error) {
        if (!(error instanceof Moved)) throw error;
      }
    }
  }

  /** Before anything is done that goes with leaving. @throws Refusal `people.last-…` */
  async mayLeaveAll(id: string): Promise<void> {
    const person = await this.people.get(id);
    for (const circle of person ? circlesOf(person.state) : []) {
      const kept = await this.store.get(circles, circle);
      await this.othersOf(circle, id, kept?.leaving ?? {});
    }
  }

  /** All of them or none. */
  private async leave(person: Aggregate<Person>, left: readonly string[]): Promise<void> {
    const said: string[] = [];
    try {
      for (const circle of left) {
        await this.say(circle, person, true);
        said.push(circle);
      }
    } catch (error) {
      for (const circle of said) await this.say(circle, person, false);
      throw error;
    }
  }

  private async say(circle: string, { id, ver }: Aggregate<Person>, leaves: boolean): Promise<void> {
    for (;;) {
      const kept = await this.store.get(circles, circle);
      const { [id]: _, ...others } = kept?.leaving ?? {};
      const there = leaves ? await this.othersOf(circle, id, others) : undefined;
      const stillLeaving = Object.entries(others).filter(
        ([each, version]) => !there || there.some((other) => other.id === each && other.ver === version),
      );
      const leaving = { ...Object.fromEntries(stillLeaving), ...(leaves ? { [id]: ver } : {}) };
      if (await this.put(circle, kept, leaving)) return;
    }
  }

  /** Everybody else of the circle, also who is about to leave. @throws Refusal `people.last-…` when those are all */
  private async othersOf(
    circle: string,
    id: string,
    leaving: Circle['leaving'],
  ): Promise<Aggregate<Person>[]> {
    const all = await everything((page) => this.people.find('byRole', { equals: circle, ...page }));
    const others = all.filter((each) => each.id !== id);
    if (others.every((each) => leaving[each.id] === each.ver)) throw lastOf(circle);
    return others;
  }

  /** False when somebody else wrote it meanwhile. */
  private async put(id: string, kept: Circle | undefined, leaving: Circle['leaving']): Promise<boolean> {
    const next = { id, ver: (kept?.ver ?? 0) + 1, nextAt: null, unsent: null, leaving };
    try {
      await (kept ? this.store.replace(circles, next) : this.store.insert(circles, next));
      return true;
    } catch (error) {
      if (error instanceof StaleVersion || error instanceof AlreadyTaken) return false;
      throw error;
    }
  }
}
