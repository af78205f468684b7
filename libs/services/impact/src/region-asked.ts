import { Injectable } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { IdText, LocalDateText } from '#libs/contracts';
import { localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import { Copies, InjectCopies, can, scopeOf, type Actor } from '#libs/runtime';
import { refuse } from './domain/impact.errors.js';
import { periodOf, type Period } from './domain/period.js';
import { regionCopies } from './impact.collection.js';

export class RegionPeriodQuery {
  /** May be left out by whose role reaches exactly one. */
  @IsOptional() @IdText() region?: string;
  /** Default: the first day of the school year. */
  @IsOptional() @LocalDateText() from?: string;
  /** Inclusive; default: the last day of the school year. */
  @IsOptional() @LocalDateText() to?: string;
}

export interface RegionPeriod {
  readonly region: { readonly id: string; readonly name: string };
  readonly period: Period;
}

/** Which region and days are meant, and whether the actor may know of them. */
@Injectable()
export class RegionAsked {
  constructor(
    @InjectCopies(regionCopies) private readonly regions: Copies<{ readonly name: string }>,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `reports.…` */
  async of(query: RegionPeriodQuery, actor: Actor): Promise<RegionPeriod> {
    const period = periodOf(query, localDateOf(this.clock.now()));
    const id = query.region ?? onlyRegionOf(actor);
    if (!can(actor, 'reports.read', { regions: [id] })) throw refuse('reports.region-not-yours');
    const region = await this.regions.get(id);
    if (!region) throw refuse('reports.region-unknown');
    return { region: { id, name: region.name }, period };
  }
}

function onlyRegionOf(actor: Actor): string {
  const [only, another] = scopeOf(actor, 'reports.read');
  if (!only?.startsWith('region:') || another) throw refuse('reports.region-needed');
  return only.slice('region:'.length);
}
