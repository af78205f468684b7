import { defaultWeights } from '../src/scoring/weights.js';
import { scoreParts, type MatchingContext, type OfferSlot, type RequestNeed } from '../src/scoring/model.js';
import { aContext, aGroup, aRequest, aSlot, kmNorth, school, today, tuesday } from './builders.js';

/** Draws by a seed: the same seed gives the same draws. `mulberry32` by Tommy Ettinger, public domain. */
export class Draw {
  constructor(private state: number) {}

  share(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.share() * (to - from + 1));
  }

  one<T>(from: readonly T[]): T {
    return from[this.integer(0, from.length - 1)] as T;
  }

  /** Each of them, or not. */
  some<T>(from: readonly T[], share = 0.5): T[] {
    return from.filter(() => this.share() < share);
  }

  /** Mostly the usual, so that a pair often fails one condition alone. */
  mostly<T>(usual: T, other: () => T, share = 0.12): T {
    return this.share() < share ? other() : usual;
  }

  list<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.integer(0, most) }, make);
  }
}

const themes = [
  'digital/code/robots',
  'digital/code/apps',
  'digital/media/film',
  'digital',
  'nature/water/dikes',
  'art',
];
const kinds = [
  'guest-lesson',
  'company-visit',
  'museum-visit',
  'workshop',
  'mentoring',
  'loan',
  'teacher-training',
] as const;
const places = ['at-school', 'at-partner', 'online'] as const;
const sectors = ['po', 'sbo', 'so', 'vso', 'vo', 'mbo'] as const;
const suitabilities = [
  'wheelchair',
  'newcomers',
  'low-stimulus',
  'english',
  'sbo',
  'so',
  'vso',
  'pro',
] as const;
const answers = ['yes', 'in-consultation', 'no'] as const;
const levels = ['pro', 'vmbo-tl', 'havo', 'vwo'];
const organisations = ['factory', 'museum', 'lab', 'library'];
const offers = ['offer-1', 'offer-2', 'offer-3', 'offer-4'];
const span = 24;

const aDay = (draw: Draw) => tuesday + draw.integer(-span, span);
const dayRange = (draw: Draw) => {
  const fromDay = aDay(draw);
  return { fromDay, toDay: fromDay + draw.integer(-1, 6) };
};
const minuteRange = (draw: Draw) => {
  const startMinute = draw.integer(16, 30) * 30;
  return { startMinute, endMinute: startMinute + draw.integer(-1, 12) * 30 };
};
const aPlace = (draw: Draw) => ({
  lat: kmNorth(draw.integer(-30, 50)).lat,
  lon: school.lon + draw.mostly(0, () => draw.share() - 0.5, 0.5),
});

export function randomRequest(draw: Draw, id = 'request-1'): RequestNeed {
  return aRequest({
    id,
    kind: draw.mostly<RequestNeed['kind']>('guest-lesson', () => draw.one(kinds)),
    themes: draw.mostly(draw.some(themes.slice(0, 4), 0.6), () => draw.some(themes)),
    groups: Array.from({ length: draw.integer(1, 2) }, () =>
      aGroup({
        sector: draw.mostly<RequestNeed['groups'][number]['sector']>('po', () => draw.one(sectors)),
        grades: draw.some(['6', '7', '8'], 0.7),
        levels: draw.mostly<string[]>([], () => draw.some(levels)),
        pupils: draw.mostly(24, () => draw.integer(1, 40)),
      }),
    ),
    windows: draw.list(3, () => {
      const middle = aDay(draw);
      return {
        fromDay: middle - draw.integer(-2, span),
        toDay: middle + draw.integer(-2, span),
        weekdays: draw.mostly<number[]>([], () => draw.some([1, 2, 3, 4, 5, 6, 7], 0.7), 0.3),
        parts: draw.mostly(
          [{ startMinute: 480, endMinute: 900 }],
          () => draw.list(2, () => minuteRange(draw)),
          0.3,
        ),
      };
    }),
    closedDays: draw.mostly<RequestNeed['closedDays']>([], () => draw.list(3, () => dayRange(draw)), 0.4),
    closedHours: draw.mostly<RequestNeed['closedHours']>(
      [],
      () => draw.list(4, () => ({ weekday: draw.integer(1, 7), ...minuteRange(draw) })),
      0.4,
    ),
    places: draw.mostly<RequestNeed['places']>([], () => draw.some(places, 0.7), 0.3),
    location: draw.mostly(school, () => aPlace(draw), 0.3),
    maxDistanceKm: draw.mostly<number | null>(25, () => draw.one([null, 0, 5, 60]), 0.3),
    preferred: {
      offerIds: draw.mostly<string[]>([], () => draw.some(offers)),
      organisationIds: draw.mostly<string[]>([], () => draw.some(organisations)),
    },
    suitability: draw.mostly<RequestNeed['suitability']>([], () => draw.some(suitabilities)),
    maxCostCents: draw.mostly<number | null>(null, () => draw.integer(0, 9000), 0.3),
    regionSharePercent: draw.one([0, 0, 25, 33.3, 100, 130]),
    vogPolicy: draw.one(['none', 'when-unsupervised', 'always']),
    equityPriority: draw.one([null, draw.share()]),
    servedPerGroup: draw.one([null, 0, 5 * draw.share()]),
    repeatOrganisationIds: draw.mostly<string[]>([], () => draw.some(organisations), 0.4),
  });
}

/** The slots of a few offers; within one offer anything may differ from slot to slot. */
export function randomSlots(draw: Draw, count: number): OfferSlot[] {
  return Array.from({ length: count }, (_, number) =>
    randomSlot(draw, `slot-${draw.integer(10, 99)}-${number}`),
  );
}

function randomSlot(draw: Draw, slotId: string): OfferSlot {
  const promise = draw.one(['firm', 'by-appointment'] as const);
  return aSlot({
    slotId,
    offerId: draw.one(offers),
    organisationId: draw.one(organisations),
    kind: draw.mostly<OfferSlot['kind']>('guest-lesson', () => draw.one(kinds)),
    themes: draw.mostly(draw.some(themes.slice(0, 4), 0.6), () => draw.some(themes), 0.2),
    promise,
    place: draw.mostly<OfferSlot['place']>('at-school', () => draw.one(places), 0.4),
    location: draw.mostly<OfferSlot['location']>(
      kmNorth(6),
      () => draw.one([aPlace(draw), null, { lat: Number.NaN, lon: 6 }]),
      0.3,
    ),
    reachKm: draw.mostly<number | null>(30, () => draw.one([null, 0, 6, 12, -1]), 0.3),
    audience: draw.mostly<OfferSlot['audience']>(
      [],
      () =>
        draw.list(2, () => ({
          sector: draw.mostly<RequestNeed['groups'][number]['sector']>('po', () => draw.one(sectors)),
          grades: draw.some(['6', '7', '8']),
          levels: draw.mostly<string[]>([], () => draw.some(levels)),
          pupilsPerAdult: null,
        })),
      0.6,
    ),
    pupils: draw.mostly({ min: 5, max: 32 }, () => ({ min: draw.integer(0, 25), max: draw.integer(8, 40) })),
    pupilsPerGroup: draw.integer(8, 32),
    durationMinutes: draw.one([45, 60, 90]),
    lessonsPerVisit: draw.mostly(1, () => 2),
    day: aDay(draw),
    ...draw.mostly(
      { startMinute: 540, endMinute: promise === 'firm' ? 660 : 720 },
      () => minuteRange(draw),
      0.3,
    ),
    capacityGroups: draw.mostly(8, () => draw.integer(0, 6), 0.2),
    takenGroups: draw.mostly(0, () => draw.integer(0, 8)),
    closed: draw.mostly(false, () => true, 0.05),
    partnerClosedDays: draw.mostly<OfferSlot['partnerClosedDays']>(
      [],
      () => draw.list(2, () => dayRange(draw)),
      0.3,
    ),
    pausedUntil: draw.mostly<number | null>(null, () => today + draw.integer(-1, 1)),
    ceilings: draw.mostly<OfferSlot['ceilings']>([], () =>
      draw.list(2, () => ({
        code: 'offer-month' as const,
        max: draw.integer(2, 4),
        taken: draw.integer(0, 4),
      })),
    ),
    leadTimeDays: draw.mostly(3, () => draw.integer(-3, 40), 0.3),
    costPerGroupCents: draw.mostly(0, () => draw.integer(0, 5000), 0.4),
    costPerPupilCents: draw.mostly(0, () => draw.integer(0, 300), 0.2),
    suitability: draw.mostly<OfferSlot['suitability']>({}, () =>
      Object.fromEntries(draw.some(suitabilities).map((code) => [code, draw.one(answers)])),
    ),
    vog: draw.mostly<OfferSlot['vog']>('available', () => 'none'),
    rating: draw.mostly<OfferSlot['rating']>(
      null,
      () => ({ mean: draw.share(), count: draw.integer(0, 20) }),
      0.5,
    ),
    partnerLoad: draw.mostly<number | null>(null, () => 1.2 * draw.share(), 0.5),
  });
}

/** The slots of one offer: alike but for their times, and here and there for one thing more. */
export function randomOffer(draw: Draw, offerId: string, count: number): OfferSlot[] {
  const [usual, other] = [randomSlot(draw, ''), randomSlot(draw, '')];
  const fields = Object.keys(usual) as (keyof OfferSlot)[];
  return Array.from({ length: count }, (_, number) => {
    const { day, startMinute, endMinute } = randomSlot(draw, '');
    const odd = draw.mostly({}, () => {
      const field = draw.one(fields);
      return { [field]: other[field] };
    });
    const slotId = `${offerId}.${draw.integer(10, 99)}-${number}`;
    return { ...usual, day, startMinute, endMinute, ...odd, offerId, slotId };
  });
}

/** A region: its own weights and priorities, on some day. */
export function randomContext(draw: Draw): MatchingContext {
  const weights = Object.fromEntries(
    scoreParts.map((part) => [part, draw.mostly(draw.share(), () => 0, 0.2)]),
  ) as MatchingContext['weights'];
  return aContext({
    today: today + draw.integer(-1, 1),
    weights: draw.mostly(
      Object.values(weights).some((weight) => weight > 0) ? weights : defaultWeights,
      () => defaultWeights,
    ),
    priorities: draw.mostly(
      { themes: {}, sectors: {} },
      () => ({
        themes: Object.fromEntries(
          draw.some(['digital', 'digital/code/apps', 'art']).map((id) => [id, draw.share()]),
        ),
        sectors: Object.fromEntries(draw.some(['po', 'so', 'vo']).map((id) => [id, draw.share()])),
      }),
      0.6,
    ),
  });
}
