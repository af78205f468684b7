// Source: the parts of a day that the API promises; local time, until a school or partner has set its own.

export const daypartIds = ['morning', 'afternoon', 'whole-day', 'after-school', 'evening'] as const;
export type DaypartId = (typeof daypartIds)[number];

export interface Daypart {
  readonly id: DaypartId;
  /** Minutes since local midnight, [from, to). */
  readonly from: number;
  readonly to: number;
  readonly label: { readonly nl: string; readonly en: string };
}

/** Default parts by id. */
export const dayparts: Readonly<Record<DaypartId, Daypart>> = {
  morning: { id: 'morning', from: 8 * 60 + 30, to: 12 * 60, label: { nl: 'ochtend', en: 'morning' } },
  afternoon: { id: 'afternoon', from: 12 * 60, to: 15 * 60 + 30, label: { nl: 'middag', en: 'afternoon' } },
  'whole-day': {
    id: 'whole-day',
    from: 8 * 60 + 30,
    to: 15 * 60 + 30,
    label: { nl: 'hele dag', en: 'whole day' },
  },
  'after-school': {
    id: 'after-school',
    from: 15 * 60 + 30,
    to: 18 * 60,
    label: { nl: 'na schooltijd', en: 'after school' },
  },
  evening: { id: 'evening', from: 18 * 60, to: 21 * 60 + 30, label: { nl: 'avond', en: 'evening' } },
};
