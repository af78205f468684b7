import type { OfferSlot, RequestNeed } from '#libs/matching-engine';

/** Draws by a seed. */
export class Draw {
  constructor(private state: number) {}

  share(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.share() * (to - from + 1));
  }

  one<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T;
  }
}

export const firstDay = 20_700;
const roots = 16;
const leavesPerRoot = 7;

const rootOf = (theme: string) => theme.split('/')[0] as string;
export const themes = {
  rootOf,
  similarity: (one: string, other: string) => {
    if (rootOf(one) !== rootOf(other)) return 0;
    if (one === other) return 1;
    return one === rootOf(one) || other === rootOf(other) ? 0.7 : 0.5;
  },
};

/** Popular worlds are asked and offered more. */
function aTheme(draw: Draw): string {
  const root = `r${Math.floor(roots * draw.share() ** 1.5)}`;
  return draw.share() < 0.1 ? root : `${root}/l${draw.whole(0, leavesPerRoot - 1)}`;
}

const place = (draw: Draw, km: number) => ({
  lat: 52 + ((draw.share() - 0.5) * km) / 111,
  lon: 5.5 + ((draw.share() - 0.5) * km) / 68,
});

/** An offer of the domain with so many slots, somewhere in a square of `km` km. */
export function anOffer(draw: Draw, number: number, slots: number, km: number): OfferSlot[] {
  const at = draw.share();
  const where = at < 0.45 ? 'at-school' : at < 0.9 ? 'at-partner' : 'online';
  const sector = draw.one(['po', 'po', 'vo'] as const);
  const shared: Omit<
    OfferSlot,
    'slotId' | 'day' | 'startMinute' | 'endMinute' | 'capacityGroups' | 'takenGroups'
  > = {
    offerId: `offer-${number}`,
    organisationId: `organisation-${number >> 1}`,
    kind:
      where === 'at-partner'
        ? draw.one(['company-visit', 'museum-visit', 'workshop'] as const)
        : draw.one(['guest-lesson', 'guest-lesson', 'workshop'] as const),
    themes: [...new Set([aTheme(draw), aTheme(draw)])],
    promise: draw.one(['firm', 'by-appointment'] as const),
    place: where,
    location: where === 'online' ? null : place(draw, km),
    reachKm: draw.whole(10, 40),
    audience: [
      {
        sector,
        grades: sector === 'po' ? ['5', '6', '7', '8'].slice(draw.whole(0, 3)) : [],
        levels: [],
        pupilsPerAdult: null,
      },
    ],
    pupils: { min: 5, max: 32 },
    pupilsPerGroup: draw.one([16, 32]),
    durationMinutes: 60,
    lessonsPerVisit: 1,
    closed: false,
    partnerClosedDays: [],
    pausedUntil: null,
    ceilings: [],
    leadTimeDays: 10,
    costPerGroupCents: draw.one([0, 0, 5_000]),
    costPerPupilCents: 0,
    suitability: draw.share() < 0.2 ? { wheelchair: 'no' as const } : {},
    vog: draw.one(['available', 'available', 'none'] as const),
    regionIds: [],
    rating: draw.share() < 0.5 ? null : { mean: draw.share(), count: draw.whole(1, 20) },
    partnerLoad: draw.share(),
  };
  return Array.from({ length: slots }, (_, slot) => {
    const [startMinute, endMinute] = draw.one([
      [510, 720],
      [765, 915],
    ] as const);
    return {
      ...shared,
      slotId: `offer-${number}.${String(slot).padStart(3, '0')}`,
      day: firstDay + draw.whole(0, 280),
      startMinute,
      endMinute,
      capacityGroups: draw.whole(1, 3),
      takenGroups: draw.share() < 0.3 ? 1 : 0,
    };
  });
}

export function aRequest(draw: Draw, number: number, km: number): RequestNeed {
  const sector = draw.one(['po', 'po', 'vo'] as const);
  const from = firstDay + draw.whole(0, 200);
  return {
    id: `request-${number}`,
    kind: draw.one(['guest-lesson', 'company-visit', 'museum-visit', 'workshop'] as const),
    themes: [...new Set([aTheme(draw), aTheme(draw)])],
    groups: Array.from({ length: draw.share() < 0.2 ? 2 : 1 }, (_, group) => ({
      key: `${number}-${group}`,
      sector,
      grades: sector === 'po' ? [draw.one(['5', '6', '7', '8'])] : ['1'],
      levels: [],
      pupils: draw.whole(18, 30),
    })),
    windows: [
      {
        fromDay: from,
        toDay: from + draw.whole(20, 90),
        weekdays: draw.share() < 0.5 ? [] : [2, 4],
        parts: draw.share() < 0.5 ? [] : [{ startMinute: 510, endMinute: 720 }],
      },
    ],
    closedDays: Array.from({ length: 6 }, () => {
      const fromDay = from + draw.whole(0, 60);
      return { fromDay, toDay: fromDay + draw.whole(0, 8) };
    }),
    closedHours: [{ weekday: 3, startMinute: 750, endMinute: 930 }],
    places: [],
    location: place(draw, km),
    maxDistanceKm: draw.one([15, 25, 40, null]),
    preferred: { offerIds: draw.share() < 0.2 ? [`offer-${draw.whole(0, 300)}`] : [], organisationIds: [] },
    suitability: [],
    maxCostCents: draw.one([null, null, 8_000]),
    regionSharePercent: 0,
    vogPolicy: draw.one(['none', 'when-unsupervised', 'always'] as const),
    regionIds: [],
    equityPriority: draw.share(),
    servedPerGroup: draw.whole(0, 2),
    repeatOrganisationIds: [`organisation-${draw.whole(0, 200)}`],
  };
}
