import { Injectable } from '@nestjs/common';
import type { MatchSnapshot, OrganisationChanged, RegionChanged } from '#libs/contracts';
import { Aggregates, Copies, InjectAggregates, InjectCopies } from '#libs/runtime';
import type { Hold, Wanted } from '../domain/hold.js';
import type { Offer } from '../domain/offer.js';
import { whatToTake, type Question } from '../domain/what-to-take.js';
import { offersAggregate, organisationCopies, regionCopies } from '../offers.collection.js';

/** Reads what a match's offers, organisation and region say, and decides once what its question takes. */
@Injectable()
export class WhatIsWanted {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    @InjectCopies(organisationCopies) private readonly organisations: Copies<OrganisationChanged>,
    @InjectCopies(regionCopies) private readonly regions: Copies<RegionChanged>,
  ) {}

  async execute(match: MatchSnapshot, asked: Question, hold?: Hold): Promise<Wanted> {
    const ids = new Set([
      ...asked.needs.map(({ offerId }) => offerId),
      ...(match.offerId ? [match.offerId] : []),
    ]);
    const offers = new Map<string, Offer>();
    for (const id of ids) {
      const offer = await this.offers.get(id);
      if (offer) offers.set(id, offer.state);
    }
    const held = hold?.sets.filter(({ phase }) => phase === 'held').flatMap(({ slots }) => slots) ?? [];
    return whatToTake(match, asked, {
      offers,
      organisation: await this.organisations.get(match.organisationId),
      bookingsPerSchoolYear: (await this.regions.get(match.regionId))?.settings.bookingsPerSchoolYear,
      heldAlready: new Set(held.map(({ slotId }) => slotId)),
    });
  }
}
