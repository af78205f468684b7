import type {
  DemandCellView,
  DemandLineView,
  DemandRowView,
  DemandView,
  RegionReportView,
  RequestSnapshot,
  RequestState,
} from '#libs/contracts';
import { rootOfTheme } from '#libs/facts';
import { sum } from './activity-row.js';
import { overlaps, type Period } from './period.js';

/** What a request asks for, as far as reports tell. */
export interface Wish {
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly state: RequestState;
  readonly themes: readonly string[];
  readonly windows: readonly Pick<RequestSnapshot['windows'][number], 'from' | 'to' | 'weekdays'>[];
  readonly groups: number;
  readonly pupils: number;
  /** The same one by one, to tell those that have an appointment from the others; absent: kept before this was. */
  readonly members?: readonly { readonly groupId: string; readonly pupils: number }[];
}

/** What the market had for a request when it was last held against it. */
export interface Consideration {
  readonly fitting: number;
  readonly obstacles: readonly string[];
}

/** A wish with what it is joined with. */
export interface UnmetWish {
  readonly requestId: string;
  readonly wish: Wish;
  readonly location?: string;
  readonly municipality?: string;
  readonly considered?: Consideration;
}

export function wishOf(request: RequestSnapshot): Wish {
  const { regionId, schoolLocationId, state, themes, windows, groups } = request;
  return {
    regionId,
    schoolLocationId,
    state,
    themes: [...themes],
    windows: windows.map(({ from, to, weekdays }) => ({ from, to, ...(weekdays ? { weekdays } : {}) })),
    groups: groups.length,
    pupils: sum(groups.map((group) => group.pupils)),
    members: groups.map(({ groupId, pupils }) => ({ groupId, pupils })),
  };
}

/** As much of it as nobody answered: without the groups that are served. Undefined when all of them are. */
export function unservedOf(wish: Wish, served: ReadonlySet<string>): Wish | undefined {
  const members = wish.members?.filter(({ groupId }) => !served.has(groupId));
  if (!members || members.length === wish.members?.length) return wish;
  if (members.length === 0) return undefined;
  return { ...wish, groups: members.length, pupils: sum(members.map(({ pupils }) => pupils)), members };
}

const openStates: readonly RequestState[] = ['open', 'needs-info', 'partly-met'];
const unmetStates: readonly RequestState[] = ['unmet', 'expired'];

export function isUnanswered({ state }: Pick<Wish, 'state'>): boolean {
  return openStates.includes(state) || unmetStates.includes(state);
}

/** The demand of the period that no appointment answers: a wish counts when one of its windows has a day in it. */
export function unmetDemand(wishes: readonly UnmetWish[], period: Period): RegionReportView['unmetDemand'] {
  const wanted = wantedIn(wishes, period);
  return {
    ...demandOf(wanted),
    cells: cellsOf(wanted, period),
    perRootTheme: lines(wanted, rootThemesOf),
    perTheme: lines(wanted, ({ wish }) => wish.themes),
    perMunicipality: lines(wanted, municipalityOf),
    perWeekday: lines(wanted, ({ wish }) => weekdaysOf(wish, period)),
  };
}

/** The requests that `unmetDemand` counts, by place and school. */
export function demandRows(wishes: readonly UnmetWish[], period: Period): DemandRowView[] {
  const nameOf = ({ municipality, location, requestId }: DemandRowView) =>
    [municipality ?? '', location ?? '', requestId].join('|');
  return wantedIn(wishes, period)
    .map((each) => ({
      requestId: each.requestId,
      location: each.location ?? null,
      municipality: each.municipality ?? null,
      state: each.wish.state,
      rootThemes: [...new Set(rootThemesOf(each))],
      weekdays: [...new Set(weekdaysOf(each.wish, period))],
      groups: each.wish.groups,
      pupils: each.wish.pupils,
    }))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const wantedIn = (wishes: readonly UnmetWish[], period: Period) =>
  wishes.filter(({ wish }) => isUnanswered(wish) && wish.windows.some((window) => overlaps(period, window)));

function weekdaysOf({ windows }: Wish, period: Period): readonly string[] {
  return windows
    .filter((window) => overlaps(period, window))
    .flatMap(({ weekdays = [] }) => (weekdays.length > 0 ? weekdays : ['any']));
}

const rootThemesOf = ({ wish }: UnmetWish) => wish.themes.map((theme) => rootOfTheme(theme) ?? theme);
const municipalityOf = ({ municipality }: UnmetWish) => [municipality ?? 'unknown'];

function cellsOf(wanted: readonly UnmetWish[], period: Period): DemandCellView[] {
  const keysOf = (each: UnmetWish) =>
    rootThemesOf(each).flatMap((rootTheme) =>
      municipalityOf(each).flatMap((municipality) =>
        ['all', ...weekdaysOf(each.wish, period)].map((weekday) =>
          JSON.stringify([rootTheme, municipality, weekday]),
        ),
      ),
    );
  return lines(wanted, keysOf).map(({ key, open, unmet }) => {
    const [rootTheme, municipality, weekday] = JSON.parse(key) as [string, string, string];
    return { rootTheme, municipality, weekday, open: open.requests, unmet: unmet.requests };
  });
}

function lines(
  wanted: readonly UnmetWish[],
  keysOf: (wish: UnmetWish) => readonly string[],
): DemandLineView[] {
  const byKey = new Map<string, UnmetWish[]>();
  for (const each of wanted) {
    for (const key of new Set(keysOf(each))) {
      const theirs = byKey.get(key);
      if (theirs) theirs.push(each);
      else byKey.set(key, [each]);
    }
  }
  return [...byKey]
    .map(([key, theirs]) => ({ key, ...demandOf(theirs) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function demandOf(wanted: readonly UnmetWish[]): DemandView {
  const numbers = (states: readonly RequestState[]) => {
    const theirs = wanted.filter(({ wish }) => states.includes(wish.state));
    return {
      requests: theirs.length,
      groups: sum(theirs.map(({ wish }) => wish.groups)),
      pupils: sum(theirs.map(({ wish }) => wish.pupils)),
    };
  };
  return { open: numbers(openStates), unmet: numbers(unmetStates), reasons: reasonsOf(wanted) };
}

function reasonsOf(wanted: readonly UnmetWish[]): DemandView['reasons'] {
  const counts = new Map<string, number>();
  for (const reason of wanted.flatMap(({ considered }) => reasons(considered)))
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, requests]) => ({ reason, requests }))
    .sort((a, b) => b.requests - a.requests || (a.reason < b.reason ? -1 : 1));
}

function reasons(considered: Consideration | undefined): readonly string[] {
  if (!considered) return ['not-considered'];
  return considered.fitting > 0 ? ['offers-fit'] : [...new Set(considered.obstacles)];
}
