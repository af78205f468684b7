import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { IdText, OpenDemandView, unservedStates } from '#libs/contracts';
import {
  Aggregates,
  Answers,
  Copies,
  CurrentActor,
  InjectAggregates,
  InjectCopies,
  Policy,
  everyAggregate,
  listScope,
  type Actor,
} from '#libs/runtime';
import type { Request } from '../domain/request.js';
import type { SchoolLocation } from '../domain/school-location.js';
import { locationCopies, requestsAggregate } from '../requests.collection.js';
import { demandOf, type Wanted } from './demand.js';

class DemandQuery {
  @IsOptional() @IdText() region?: string;
}

@Controller('api/demand')
export class ShowDemandController {
  constructor(
    @InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>,
    @InjectCopies(locationCopies) private readonly locations: Copies<SchoolLocation>,
  ) {}

  /** For whoever thinks of offering something: what is asked in their regions, and no school named. */
  @Get()
  @Policy('demand.read')
  @Answers(OpenDemandView)
  async show(@Query() { region }: DemandQuery, @CurrentActor() actor: Actor) {
    const wanted = new Map<string, Wanted>();
    for (const key of listScope(actor, 'demand.read', region)) {
      for (const state of unservedStates) {
        const asked = everyAggregate((query) => this.requests.find('byOwner', query), `${key}|${state}`);
        for await (const { id, state: request } of asked) {
          if (!request.unconfirmed) wanted.set(id, await this.wantedOf(request));
        }
      }
    }
    return demandOf([...wanted.values()]);
  }

  private async wantedOf({ themes, schoolLocationId }: Request): Promise<Wanted> {
    const location = await this.locations.get(schoolLocationId);
    return { themes, municipality: location?.municipality ?? '' };
  }
}
