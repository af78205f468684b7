import { Injectable } from '@nestjs/common';
import { addDays, closedPeriods, localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import type { Match } from '../domain/match.js';
import { MarketPlace } from '../market/market-place.js';

const aYear = 365;

/** What those concerned read of each other without looking either up. */
@Injectable()
export class SidesOfMatch {
  constructor(
    private readonly place: MarketPlace,
    private readonly clock: Clock,
  ) {}

  /** Without a name that has not arrived here yet. */
  namesOf({ schoolLocationId, organisationId }: Match): { school?: string; partner?: string } {
    const school = this.place.market.location(schoolLocationId)?.name;
    const partner = this.place.market.organisation(organisationId)?.name;
    return { ...(school ? { school } : {}), ...(partner ? { partner } : {}) };
  }

  /** From today on, a year ahead; empty while the school is not known here. */
  schoolClosed({ schoolLocationId }: Match): { from: string; to: string }[] {
    const location = this.place.market.location(schoolLocationId);
    const today = localDateOf(this.clock.now());
    if (!location) return [];
    return closedPeriods(location, today, addDays(today, aYear)).map(({ from, to }) => ({ from, to }));
  }
}
