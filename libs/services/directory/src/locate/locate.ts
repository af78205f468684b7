import { Injectable } from '@nestjs/common';
import { atField, type Coordinates, type LocationBody, type ResolvedLocation } from '#libs/contracts';
import { findPlace, normalisePostcode } from '#libs/facts';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import { refuse } from '../domain/place.errors.js';
import { postcodes, type PostcodeArea } from '../postcodes.collection.js';

@Injectable()
export class Locate {
  constructor(@InjectAggregates(postcodes) private readonly areas: Aggregates<PostcodeArea>) {}

  /** The middle of an imported postcode area (four digits). */
  async postcode(code: string): Promise<Coordinates | undefined> {
    const area = await this.areas.get(code);
    return area && { lat: area.state.lat, lon: area.state.lon };
  }

  /**
   * Coordinates as given, else of the postcode when it was imported, else of the place's name.
   * @throws Refusal `places.unknown`, `places.half`; `path` is where in the body it stands.
   */
  async resolve(location: LocationBody, path: string): Promise<ResolvedLocation> {
    const { place, lat, lon } = location;
    if ((lat === undefined) !== (lon === undefined))
      throw refuse(
        'places.half',
        atField(`${path}.${lat === undefined ? 'lat' : 'lon'}`, 'required', 'give both lat and lon'),
      );
    const postcode = location.postcode === undefined ? null : normalisePostcode(location.postcode);
    const point = lat !== undefined && lon !== undefined ? { lat, lon } : await this.pointOf(postcode, place);
    if (!point)
      throw refuse('places.unknown', {
        errors: [{ path: `${path}.place`, code: 'unknown', message: 'name a Dutch place' }],
      });
    return { ...(postcode ? { postcode } : {}), ...(place ? { place } : {}), lat: point.lat, lon: point.lon };
  }

  private async pointOf(
    postcode: string | null,
    place: string | undefined,
  ): Promise<Coordinates | undefined> {
    const area = postcode ? await this.postcode(postcode.slice(0, 4)) : undefined;
    return area ?? (place ? findPlace(place) : undefined);
  }
}
