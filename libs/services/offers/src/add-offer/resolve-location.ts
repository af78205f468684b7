import { Injectable } from '@nestjs/common';
import { atField, type LocationBody, type ResolvedLocation } from '#libs/contracts';
import { findPlace, normalisePostcode } from '#libs/facts';
import { ServiceReads } from '#libs/runtime';
import { refuse } from '../domain/offer.errors.js';

/** Finds the coordinates of what people wrote: coordinates, else an imported postcode, else the place's name. */
@Injectable()
export class ResolveLocation {
  constructor(private readonly reads: ServiceReads) {}

  /** @throws offers.place-unknown; Unavailable while the directory is away and a postcode must be looked up */
  async execute(body: LocationBody): Promise<ResolvedLocation> {
    const named = {
      ...(body.postcode ? { postcode: normalisePostcode(body.postcode) ?? body.postcode } : {}),
      ...(body.place ? { place: body.place } : {}),
    };
    if (body.lat != null && body.lon != null) return { ...named, lat: body.lat, lon: body.lon };
    if (body.postcode) {
      const found = await this.reads.get<{ lat: number; lon: number }>(
        'directory',
        `/internal/postcodes/${body.postcode.slice(0, 4)}`,
      );
      if (found) return { ...named, lat: found.lat, lon: found.lon };
    }
    const place = body.place ? findPlace(body.place) : undefined;
    if (!place)
      throw refuse(
        'offers.place-unknown',
        atField(
          'location.place',
          'place',
          body.place ? `${body.place} is not a place we know` : 'is needed: this postcode is not known',
        ),
      );
    return { ...named, lat: place.lat, lon: place.lon };
  }
}
