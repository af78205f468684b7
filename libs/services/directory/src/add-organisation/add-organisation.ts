import { Injectable } from '@nestjs/common';
import { atField, refusals, type PostOrganisationBody } from '#libs/contracts';
import {
  Aggregates,
  InjectAggregates,
  accessRefusals,
  can,
  idFrom,
  type Actor,
  type CommandCause,
  type Outcome,
} from '#libs/runtime';
import { organisationChanged, type Organisation } from '../domain/organisation.js';
import { refuse } from '../domain/organisation.errors.js';
import type { Region } from '../domain/region.js';
import { Boards } from './boards.js';
import { Locate } from '../locate/locate.js';
import { organisations } from '../organisations.collection.js';
import { regions } from '../regions.collection.js';

const refuseAccess = refusals(accessRefusals);

@Injectable()
export class AddOrganisation {
  constructor(
    @InjectAggregates(organisations) private readonly organisations: Aggregates<Organisation>,
    @InjectAggregates(regions) private readonly regions: Aggregates<Region>,
    private readonly locate: Locate,
    private readonly boards: Boards,
  ) {}

  /**
   * Without `regionIds` it takes part in the actor's only region.
   * @throws Refusal `access.not-yours`, `organisations.region-…`, `places.…`
   */
  async execute(
    body: PostOrganisationBody,
    actor: Actor,
    cause: CommandCause,
  ): Promise<Outcome<Organisation>> {
    const id = idFrom(cause);
    const regionIds = await this.regionsFor(body.regionIds ?? onlyRegion(actor), actor);
    const { name, kind, location, kvkNumber, kvkVestigingsnummer, boardOf } = body;
    if (boardOf) await this.boards.check(kind, boardOf, actor);
    const state: Organisation = {
      id,
      name,
      kind,
      ...(location ? { location: await this.locate.resolve(location, 'location') } : {}),
      ...(kvkNumber ? { kvkNumber } : {}),
      ...(kvkVestigingsnummer ? { kvkVestigingsnummer } : {}),
      regionIds,
      ...(boardOf ? { boardOf } : {}),
    };
    return this.organisations.create(id, cause, { state, events: [organisationChanged(state)] });
  }

  private async regionsFor(ids: readonly string[], actor: Actor): Promise<string[]> {
    for (const [i, id] of ids.entries()) {
      if (!can(actor, 'organisations.add', { regions: [id] })) throw refuseAccess('access.not-yours');
      if (!(await this.regions.get(id)))
        throw refuse(
          'organisations.region-unknown',
          atField(`regionIds[${i}]`, 'unknown', 'there is no such region'),
        );
    }
    return [...ids].sort();
  }
}

function onlyRegion({ roles }: Actor): string[] {
  const all = [...new Set(roles.flatMap(({ regionIds }) => regionIds))];
  if (all.length === 1) return all;
  throw refuse('organisations.region-needed', atField('regionIds', 'required', 'name at least one region'));
}
