import { Injectable } from '@nestjs/common';
import { Aggregates, InjectAggregates, scopeOf, type Actor } from '#libs/runtime';
import { FindPeople } from '../find-people/find-people.js';
import type { Person } from '../domain/person.js';
import { Places } from '../invite-people/places.js';
import { missing } from '../missing.js';
import { people } from '../people.collection.js';
import { everything, plain } from '../search.js';
import { personView, type ShownPerson } from './person.view.js';

interface Asked {
  readonly organisation?: string;
  readonly schoolLocation?: string;
  readonly region?: string;
  /** Part of a name or an address. */
  readonly q?: string;
}

@Injectable()
export class ListPeople {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly find: FindPeople,
    private readonly places: Places,
  ) {}

  /** By name; nobody whom the actor may not see, and of each only what they may. */
  async execute(asked: Asked, actor: Actor): Promise<ShownPerson[]> {
    const keys = await this.keysOf(asked, actor);
    const found = keys.includes('*')
      ? await everything((page) => this.people.find('byPlace', { equals: '*', ...page }))
      : await this.find.atPlaces(keys);
    const words = plain(asked.q ?? '').trim();
    const matching = found.filter(({ state: { name, email } }) =>
      [name, email].some((text) => plain(text).includes(words)),
    );
    const shown = await Promise.all(matching.map(({ state }) => this.view(state, actor)));
    return shown.sort((a, b) => (plain(a.name) < plain(b.name) ? -1 : 1));
  }

  /** @throws Refusal `aggregate.missing` also for whom the actor may not see */
  async one(id: string, actor: Actor): Promise<{ readonly person: ShownPerson; readonly rev: number }> {
    const document = await this.people.get(id);
    const person = document && (await this.view(document.state, actor));
    const all = scopeOf(actor, 'people.read').includes('*');
    if (!person || (person.roles.length === 0 && id !== actor.id && !all)) throw missing();
    return { person, rev: document.rev };
  }

  private async view(person: Person, actor: Actor): Promise<ShownPerson> {
    return personView(person, actor, await this.places.ofPerson(person));
  }

  /** The places asked for, as far as the actor's reach; a region is all that is in it. */
  private async keysOf({ organisation, schoolLocation, region }: Asked, actor: Actor): Promise<string[]> {
    const scope = scopeOf(actor, 'people.read');
    const all = scope.includes('*');
    const regions = scope.flatMap((key) => (key.startsWith('region:') ? [key.slice('region:'.length)] : []));
    const inRegions = region ? (all || regions.includes(region) ? [region] : []) : regions;
    const within = [
      ...(await this.find.placesIn(inRegions)),
      ...(region ? [] : scope.filter((key) => !key.startsWith('region:'))),
    ];
    const asked = [
      ...(schoolLocation ? [`school:${schoolLocation}`] : []),
      ...(organisation ? [`organisation:${organisation}`] : []),
    ];
    if (asked.length === 0) return within;
    return all && !region ? asked : asked.filter((key) => within.includes(key));
  }
}
