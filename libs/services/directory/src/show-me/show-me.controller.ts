import { Controller, Get } from '@nestjs/common';
import { MeView } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import {
  Aggregates,
  Answer,
  Answers,
  CurrentActor,
  InjectAggregates,
  Policy,
  type Actor,
} from '#libs/runtime';
import type { Organisation } from '../domain/organisation.js';
import { asItComes, type Person } from '../domain/person.js';
import type { Region } from '../domain/region.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { missing } from '../missing.js';
import { organisations } from '../organisations.collection.js';
import { people } from '../people.collection.js';
import { regions } from '../regions.collection.js';
import { schoolLocations } from '../school-locations.collection.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

@Controller('api/me')
export class ShowMeController {
  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    @InjectAggregates(schoolLocations) private readonly locations: Aggregates<SchoolLocation>,
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
  ) {}

  @Get()
  @Policy('me.read')
  @Answers(MeView)
  async show(@CurrentActor() actor: Actor) {
    const document = await this.people.get(actor.id);
    if (!document || document.state.disabled) throw missing();
    const { id, name, email, phone, language, preferences = asItComes } = document.state;
    const me = {
      id,
      name,
      email,
      ...(phone ? { phone } : {}),
      language,
      preferences,
      ...signedInBy(actor),
      roles: actor.roles,
      schoolLocations: await named(
        this.locations,
        actor.roles.map(({ schoolLocationId }) => schoolLocationId),
      ),
      organisations: await named(
        this.organisations,
        actor.roles.map(({ organisationId }) => organisationId),
      ),
      regions: await named(
        this.regions,
        actor.roles.flatMap(({ regionIds }) => regionIds),
      ),
    };
    return new Answer(me, document.rev);
  }
}

function signedInBy({ session }: Actor) {
  const until = session?.stepUpUntil;
  return {
    signInWith: session ? ('session' as const) : ('token' as const),
    ...(until ? { steppedUpUntil: toOffsetIso(until) } : {}),
  };
}

async function named<S extends { readonly name: string }>(
  aggregates: Aggregates<S>,
  ids: readonly (string | undefined)[],
): Promise<Named[]> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  const found = await Promise.all(wanted.map((id) => aggregates.get(id)));
  return found.filter((each) => each !== undefined).map(({ id, state }) => ({ id, name: state.name }));
}
