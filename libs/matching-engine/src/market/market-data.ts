/**
 * The market of the domain as flat arrays and plain numbers, so that it can be handed to another thread as it is. Rows
 * beyond a count are room to grow. Ids live in the store that fills it.
 */
export interface MarketData {
  slotCount: number;
  termCount: number;
  requestCount: number;
  slots: SlotColumns;
  terms: TermColumns;
  requests: RequestColumns;
  /** Of each terms row: its themes; then sector, grades and levels (bits) of each entry of the audience. */
  termLists: Int32Array;
  /**
   * Of each request: its themes; then accepted sectors, grades, levels (bits) and pupils of each group; preferred offers;
   * preferred organisations; organisations met before; its calendar (calendar.ts).
   */
  requestLists: Float64Array;
  themes: ThemeData;
  policies: PolicyData;
}

/** Slots of one terms row lie together, by day. */
export type SlotColumns = ReturnType<typeof slotColumns>;
export function slotColumns(rows: number) {
  return {
    terms: new Int32Array(rows),
    day: new Int32Array(rows),
    startMinute: new Float64Array(rows),
    endMinute: new Float64Array(rows),
    /** In a row: all of a firm slot, by appointment duration × lessons. */
    minutesNeeded: new Float64Array(rows),
    /** The last day on which it may be asked for. */
    lastAskDay: new Int32Array(rows),
    /** Places left, in the partner's groups. */
    capacity: new Int32Array(rows),
    /** 1 = closed, removed, at a ceiling, or on a day on which the partner is closed. */
    blocked: new Uint8Array(rows),
  };
}

/** What slots of one offer have in common: one row for most offers, more where its slots differ in more than time. */
export type TermColumns = ReturnType<typeof termColumns>;
export function termColumns(rows: number) {
  return {
    offer: new Int32Array(rows),
    organisation: new Int32Array(rows),
    slotFrom: new Int32Array(rows),
    slotTo: new Int32Array(rows),
    /** One bit per kind family and place. */
    kindPlace: new Int32Array(rows),
    place: new Uint8Array(rows),
    ...locationColumns(rows),
    /** Infinity = no limit. */
    reachKm: new Float64Array(rows),
    /** The same as a chord, squared. */
    reachChord: new Float64Array(rows),
    pupilsMin: new Float64Array(rows),
    pupilsMax: new Float64Array(rows),
    pupilsPerGroup: new Float64Array(rows),
    costPerGroup: new Float64Array(rows),
    costPerPupil: new Float64Array(rows),
    /** Suitabilities (bits) that are a no. */
    refused: new Int32Array(rows),
    withoutVog: new Uint8Array(rows),
    /** Nobody asks before this day. */
    pausedUntil: new Int32Array(rows),
    /** Values of the soft parts that depend on the partner alone. */
    load: new Float64Array(rows),
    rating: new Float64Array(rows),
    themeCount: new Int32Array(rows),
    audienceCount: new Int32Array(rows),
    ...listColumns(rows),
  };
}

export type RequestColumns = ReturnType<typeof requestColumns>;
export function requestColumns(rows: number) {
  return {
    /** Bits of the kind families and places that fit. */
    kindPlaces: new Int32Array(rows),
    ...locationColumns(rows),
    maxDistanceKm: new Float64Array(rows),
    /** The same as a chord, squared. */
    maxDistanceChord: new Float64Array(rows),
    /** Suitabilities (bits) asked for, by name or by its groups. */
    asked: new Int32Array(rows),
    vogAlways: new Uint8Array(rows),
    maxCost: new Float64Array(rows),
    /** Percent of the cost that the region pays, 0–100. */
    regionShare: new Float64Array(rows),
    pupils: new Float64Array(rows),
    pupilsLeast: new Float64Array(rows),
    pupilsMost: new Float64Array(rows),
    policy: new Int32Array(rows),
    /** Value of the soft part equity. */
    equity: new Float64Array(rows),
    /** No slot before or after these days, or on other weekdays, is wished. */
    firstDay: new Int32Array(rows),
    lastDay: new Int32Array(rows),
    /** Bits: Monday = bit 0. */
    weekdays: new Int32Array(rows),
    /** The value of the soft part time is at most timeMost × (1 − |day − middleDay| / timeScale). */
    timeMost: new Float64Array(rows),
    middleDay: new Float64Array(rows),
    timeScale: new Float64Array(rows),
    /** The highest priority among the groups' sectors. */
    sectorPriority: new Float64Array(rows),
    themeCount: new Int32Array(rows),
    groupCount: new Int32Array(rows),
    preferredOfferCount: new Int32Array(rows),
    preferredOrganisationCount: new Int32Array(rows),
    repeatCount: new Int32Array(rows),
    ...listColumns(rows),
  };
}

/** `latitude` and `longitude` in degrees, NaN = unknown; `x`, `y` and `z` as in plane.ts. */
function locationColumns(rows: number) {
  return {
    latitude: new Float64Array(rows),
    longitude: new Float64Array(rows),
    cosLatitude: new Float64Array(rows),
    x: new Float64Array(rows),
    y: new Float64Array(rows),
    z: new Float64Array(rows),
  };
}

function listColumns(rows: number) {
  return { listStart: new Int32Array(rows), listLength: new Int32Array(rows) };
}

/** `similarity[asked × stride + offered]`. */
export interface ThemeData {
  count: number;
  rootCount: number;
  stride: number;
  root: Int32Array;
  /** The how-manieth theme of its root. */
  leaf: Int32Array;
  similarity: Float64Array;
}

/** What regions decide. Equal settings share a number. */
export interface PolicyData {
  count: number;
  /** Per policy the share of each soft part with equity, then without. */
  shares: Float64Array;
  /** 1 = the region names any priority. */
  prioritised: Uint8Array;
  /** `themePriority[policy × stride of the themes + theme]` */
  themePriority: Float64Array;
}

export const partsOfScore = 9;

export function emptyMarket(): MarketData {
  return {
    slotCount: 0,
    termCount: 0,
    requestCount: 0,
    slots: slotColumns(64),
    terms: termColumns(16),
    requests: requestColumns(16),
    termLists: new Int32Array(64),
    requestLists: new Float64Array(64),
    themes: {
      count: 0,
      rootCount: 0,
      stride: 0,
      root: new Int32Array(0),
      leaf: new Int32Array(0),
      similarity: new Float64Array(0),
    },
    policies: {
      count: 0,
      shares: new Float64Array(0),
      prioritised: new Uint8Array(0),
      themePriority: new Float64Array(0),
    },
  };
}
