import type { Request, RequestBody, RequestPatch } from '../api/requests.js';
import type { components } from '../api/schema.js';
import { inRegion } from './region-of-school.js';
import { windowsOf, type Week } from './weeks.js';

type Suitability = NonNullable<RequestBody['suitability']>[number];
type GroupBody = components['schemas']['GroupBody'];

/** A class that the school did not have here yet. */
export interface NewGroup {
  readonly name: string;
  readonly sector: NonNullable<GroupBody['sector']>;
  readonly grades: readonly string[];
  readonly levels: readonly string[];
  readonly pupils: number;
}

export interface Preferred {
  readonly offerId?: string;
  readonly organisationId?: string;
  readonly title: string;
}

/** Further than this is no limit at all. */
export const anyDistance = 65;

/** What is on the form: all of it can be kept as a draft. */
export interface Wish {
  readonly schoolLocationId: string;
  /** Empty: not chosen. */
  readonly regionId: string;
  readonly themes: readonly string[];
  readonly groupIds: readonly string[];
  readonly newGroups: readonly NewGroup[];
  /** Weeks with a part of the day, as `cellOf` names them. */
  readonly cells: readonly string[];
  readonly weekdays: readonly string[];
  readonly km: number;
  readonly kind: RequestBody['kind'];
  readonly title: string;
  readonly note: string;
  readonly places: readonly NonNullable<RequestBody['places']>[number][];
  readonly preferred: readonly Preferred[];
  readonly suitability: readonly Suitability[];
  /** Euros; nothing: no limit. */
  readonly maxCost: number | '';
  readonly transport: NonNullable<RequestBody['transport']>;
  readonly splitAllowed: boolean;
  readonly confirm: NonNullable<RequestBody['confirm']>;
}

export const everywhere = ['at-school', 'at-partner', 'online'] as const;

export const blankWish = (schoolLocationId: string): Wish => ({
  schoolLocationId,
  regionId: '',
  ...{ themes: [], groupIds: [], newGroups: [], cells: [], weekdays: [] },
  ...{ km: 25, kind: 'guest-lesson', title: '', note: '', places: everywhere, preferred: [] },
  ...{ suitability: [], maxCost: '', transport: 'none', splitAllowed: false, confirm: 'ask-me' },
});

/** What of it is needed before it can be sent, in the order of the page. */
export function missingIn(wish: Wish): readonly ('themes' | 'groups' | 'windows')[] {
  return [
    ...(wish.themes.length === 0 ? (['themes'] as const) : []),
    ...(wish.groupIds.length + wish.newGroups.length === 0 ? (['groups'] as const) : []),
    ...(wish.cells.length === 0 ? (['windows'] as const) : []),
  ];
}

interface Calendar {
  readonly weeks: readonly Week[];
  readonly today: string;
}

/** Groups that are known and groups that are described, as the server takes them. */
export const groupsIn = ({ groupIds, newGroups }: Pick<Wish, 'groupIds' | 'newGroups'>): GroupBody[] => [
  ...groupIds.map((groupId) => ({ groupId })),
  ...newGroups.map(({ grades, levels, ...group }) => ({
    ...group,
    grades: [...grades],
    levels: [...levels] as NonNullable<GroupBody['levels']>,
  })),
];

/** As the server takes it. */
export function bodyOf(wish: Wish, calendar: Calendar): RequestBody {
  const { schoolLocationId, title, note, maxCost, km } = wish;
  return {
    schoolLocationId,
    ...inRegion(wish.regionId),
    kind: wish.kind,
    themes: [...wish.themes],
    groups: groupsIn(wish),
    windows: windowsOf(wish.cells, calendar.weeks, { weekdays: wish.weekdays, today: calendar.today }),
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(km < anyDistance ? { maxDistanceKm: km } : {}),
    ...(wish.places.length === everywhere.length ? {} : { places: [...wish.places] }),
    ...(wish.preferred.length > 0 ? { preferred: wish.preferred.map(idOf) } : {}),
    ...(wish.suitability.length > 0 ? { suitability: [...wish.suitability] } : {}),
    ...(maxCost === '' ? {} : { maxCostCents: Math.round(maxCost * 100) }),
    transport: wish.transport,
    splitAllowed: wish.splitAllowed,
    confirm: wish.confirm,
  };
}

const idOf = ({ offerId, organisationId }: Preferred) =>
  offerId ? { offerId } : { organisationId: organisationId ?? '' };

/** What is asked while choosing: with the whole calendar until weeks are chosen; nothing before theme and group. */
export function previewOf(wish: Wish, calendar: Calendar): RequestBody | undefined {
  const missing = missingIn(wish);
  if (missing.includes('themes') || missing.includes('groups')) return undefined;
  const { title: _, note: _note, ...body } = bodyOf(wish, calendar);
  const last = calendar.weeks.at(-1)?.friday ?? calendar.today;
  const [first, ...rest] = body.windows.slice(0, 12);
  return { ...body, windows: first ? [first, ...rest] : [{ from: calendar.today, to: last }] };
}

/** A request that was sent, back on the form. */
export function wishOf(
  request: Request,
  cells: readonly string[],
  titles: ReadonlyMap<string, string>,
): Wish {
  const weekdays = request.windows.map((window) => window.weekdays ?? []);
  return {
    ...blankWish(request.schoolLocationId),
    regionId: request.regionId,
    themes: request.themes,
    groupIds: request.groups.map(({ groupId }) => groupId),
    cells,
    weekdays: weekdays.some((days) => days.length === 0) ? [] : [...new Set(weekdays.flat())],
    km: request.maxDistanceKm ?? anyDistance,
    kind: request.kind,
    title: request.title,
    note: request.note,
    places: request.places,
    preferred: request.preferred.map((one) => ({
      ...one,
      title: titles.get(one.offerId ?? one.organisationId ?? '') ?? '',
    })),
    suitability: request.suitability as Suitability[],
    maxCost: request.maxCostCents === undefined ? '' : request.maxCostCents / 100,
    transport: request.transport,
    splitAllowed: request.splitAllowed,
    confirm: request.confirm,
  };
}

/** The same asked anew: for those of its classes that are still there, in weeks that are still to be chosen. */
export function wishAgain(
  request: Request,
  groupIds: readonly string[],
  titles: ReadonlyMap<string, string>,
): Wish {
  const before = wishOf(request, [], titles);
  return {
    ...before,
    groupIds: before.groupIds.filter((id) => groupIds.includes(id)),
    // Named after the classes and themes that it is sent with.
    title: '',
  };
}

/** Of a changed wish what is other than before; weeks that were left alone stay exactly as they were asked. */
export function patchOf(wish: Wish, before: Wish, calendar: Calendar): RequestPatch {
  const { schoolLocationId: _, regionId: _region, ...now } = whole(bodyOf(wish, calendar));
  const then: Partial<typeof now> = whole(bodyOf(before, calendar));
  const sameWeeks = String([...wish.cells].sort()) === String([...before.cells].sort());
  const changed = Object.entries(now).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(then[name as keyof typeof now]) &&
      !(name === 'windows' && sameWeeks && String(wish.weekdays) === String(before.weekdays)),
  );
  return Object.fromEntries(changed);
}

/** With what was emptied said too. */
const whole = (body: RequestBody) => ({
  note: '',
  preferred: [],
  suitability: [],
  places: [...everywhere],
  ...body,
  maxDistanceKm: body.maxDistanceKm ?? null,
  maxCostCents: body.maxCostCents ?? null,
});
