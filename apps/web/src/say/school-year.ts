export interface SchoolYear {
  /** `2026-2027` */
  readonly id: string;
  readonly from: string;
  /** Inclusive. */
  readonly to: string;
}

/** From 1 August to 31 July. */
export function schoolYearOf(day: string): SchoolYear {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = month >= 8 ? year : year - 1;
  return { id: `${first}-${first + 1}`, from: `${first}-08-01`, to: `${first + 1}-07-31` };
}

/** The one named, else that of today. */
export function schoolYearNamed(id: string | undefined, today: string): SchoolYear {
  const first = /^(\d{4})-\d{4}$/.exec(id ?? '')?.[1];
  return schoolYearOf(first ? `${first}-08-01` : today);
}

/** The next one first, then this one, then those before. */
export function schoolYearsAround(today: string, before = 3): readonly SchoolYear[] {
  const first = Number(schoolYearOf(today).from.slice(0, 4));
  return Array.from({ length: before + 2 }, (_, back) => schoolYearOf(`${first + 1 - back}-08-01`));
}
