import { defaultWeights } from '../src/scoring/weights.js';
import type { MatchingContext, OfferSlot, RequestGroup, RequestNeed } from '../src/scoring/model.js';

/** Days since 1970-01-01 of a date such as 2027-01-12. */
export function day(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** Minutes since midnight of 8:30, written as 8.30. */
export function at(clock: number): number {
  return Math.floor(clock) * 60 + Math.round((clock % 1) * 100);
}

/** 2027-01-12 is a Tuesday; the question is asked four weeks before. */
export const tuesday = day('2027-01-12');
export const today = tuesday - 28;

export const school = { lat: 52.5, lon: 6 };

/** A point that many km north of the school, on the mean earth radius. */
export function kmNorth(km: number): { lat: number; lon: number } {
  return { lat: school.lat + ((km / 6371.0088) * 180) / Math.PI, lon: school.lon };
}

export function aGroup(over: Partial<RequestGroup> = {}): RequestGroup {
  return { key: '7/8B', sector: 'po', grades: ['7', '8'], levels: [], pupils: 26, ...over };
}

export function aRequest(over: Partial<RequestNeed> = {}): RequestNeed {
  return {
    id: 'request-1',
    kind: 'guest-lesson',
    themes: ['digital/code/robots'],
    groups: [aGroup()],
    windows: [
      {
        fromDay: tuesday - 10,
        toDay: tuesday + 10,
        weekdays: [2, 4],
        parts: [{ startMinute: at(8.3), endMinute: at(12) }],
      },
    ],
    closedDays: [],
    closedHours: [],
    places: [],
    location: school,
    maxDistanceKm: 25,
    preferred: { offerIds: [], organisationIds: [] },
    suitability: [],
    maxCostCents: null,
    regionSharePercent: 0,
    vogPolicy: 'none',
    regionIds: [],
    equityPriority: null,
    servedPerGroup: null,
    repeatOrganisationIds: [],
    ...over,
  };
}

export function aSlot(over: Partial<OfferSlot> = {}): OfferSlot {
  return {
    slotId: 'slot-1',
    offerId: 'offer-1',
    organisationId: 'factory',
    kind: 'guest-lesson',
    themes: ['digital/code/robots'],
    promise: 'by-appointment',
    place: 'at-school',
    location: kmNorth(6),
    reachKm: 30,
    audience: [{ sector: 'po', grades: ['6', '7', '8'], levels: [], pupilsPerAdult: null }],
    pupils: { min: 5, max: 32 },
    pupilsPerGroup: 32,
    durationMinutes: 90,
    lessonsPerVisit: 1,
    day: tuesday,
    startMinute: at(9),
    endMinute: at(12),
    capacityGroups: 1,
    takenGroups: 0,
    closed: false,
    partnerClosedDays: [],
    pausedUntil: null,
    ceilings: [],
    leadTimeDays: 14,
    costPerGroupCents: 0,
    costPerPupilCents: 0,
    suitability: {},
    vog: 'available',
    regionIds: [],
    rating: null,
    partnerLoad: null,
    ...over,
  };
}

const organisations: Record<string, string> = {
  factory: 'Machinefabriek Hoekstra',
  museum: 'Museum De Zaag',
};

export function aContext(over: Partial<MatchingContext> = {}): MatchingContext {
  return {
    today,
    themes: {
      rootOf: (theme) => theme.split('/', 1).join(),
      similarity(one, other) {
        if (one === other) return 1;
        const [a, b] = [one.split('/'), other.split('/')];
        if (a[0] !== b[0]) return 0;
        return a[1] === b[1] ? 0.7 : 0.35;
      },
    },
    weights: defaultWeights,
    priorities: { themes: {}, sectors: {} },
    words: {
      theme: (id) => ({ nl: `thema ${id.split('/').at(-1)}`, en: `theme ${id.split('/').at(-1)}` }),
      organisation: (id) => organisations[id] ?? `Partner ${id}`,
    },
    ...over,
  };
}
