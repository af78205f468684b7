import { sectors, type ResolvedLocation, type Sector } from '#libs/contracts';
import type { ImportCounts, RowNote } from './import-report.js';
import type { RegisterEntry } from './ministry-row.js';
import { regionStampOf, type Region } from './region.js';
import { emptyCalendar, isActive, type SchoolLocation } from './school-location.js';

/** A file of the ministry, read. */
export interface SchoolRegister {
  readonly rows: number;
  readonly covers: readonly Sector[];
  readonly entries: readonly RegisterEntry[];
  /** Every location that the file names, in a refused row too: none of them vanished. */
  readonly named: ReadonlySet<string>;
  readonly refusals: readonly RowNote[];
}

interface RegisterSurroundings {
  /** The day the register describes. */
  readonly asOf: string;
  readonly regions: readonly Region[];
  readonly locate: (entry: RegisterEntry) => ResolvedLocation | undefined;
  /** The id of a location that is new. */
  readonly idOf: (brin6: string) => string;
}

/** One location that the register changes; `decide` says what it is then, from what it is when it is written. */
export interface RegisterChange {
  readonly id: string;
  readonly kind: 'add' | 'change' | 'vanish';
  readonly decide: (current: SchoolLocation | undefined) => SchoolLocation;
}

interface RegisterPlan {
  readonly counts: ImportCounts;
  readonly changes: readonly RegisterChange[];
  /** Active locations of the covered sectors that came from the register. */
  readonly known: number;
}

/** What differs between a register and what is known of it. Nothing differs: no changes. */
export function planRegister(
  register: SchoolRegister,
  known: readonly SchoolLocation[],
  around: RegisterSurroundings,
): RegisterPlan {
  const byBrin6 = new Map(known.map((location) => [location.brin6, location]));
  const present = register.entries.map((entry): RegisterChange => {
    const before = byBrin6.get(entry.brin6);
    const id = before?.id ?? around.idOf(entry.brin6);
    const location = around.locate(entry);
    const decide = (current: SchoolLocation | undefined): SchoolLocation =>
      registered(current, { id, entry, covers: register.covers, location, around });
    return { id, kind: before ? 'change' : 'add', decide };
  });
  const differing = present.filter(({ id, kind, decide }, i) => {
    const before = byBrin6.get(register.entries[i]!.brin6);
    return kind === 'add' || before?.id !== id || !same(decide(before), before);
  });
  const covered = known.filter(
    (location) =>
      location.registered &&
      isActive(location) &&
      location.sectors.some((one) => register.covers.includes(one)),
  );
  const vanished = covered
    .filter(({ brin6 }) => !register.named.has(brin6))
    .map((location): RegisterChange => ({
      id: location.id,
      kind: 'vanish',
      decide: (current) => vanishedFrom(current ?? location, register.covers, around.asOf),
    }));
  const added = differing.filter(({ kind }) => kind === 'add').length;
  return {
    changes: [...differing, ...vanished],
    known: covered.length,
    counts: {
      rows: register.rows,
      added,
      changed: differing.length - added,
      unchanged: present.length - differing.length,
      vanished: vanished.length,
      refused: register.refusals.length,
    },
  };
}

interface Registered {
  readonly id: string;
  readonly entry: RegisterEntry;
  readonly covers: readonly Sector[];
  readonly location: ResolvedLocation | undefined;
  readonly around: RegisterSurroundings;
}

/** What the ministry says replaces what it said; what the school, the region or we know beside it stays. */
function registered(current: SchoolLocation | undefined, said: Registered): SchoolLocation {
  const { id, entry, covers, location, around } = said;
  const elsewhere = (current?.sectors ?? []).filter((sector) => !covers.includes(sector));
  const { equityPriority } = current ?? {};
  return {
    id,
    name: entry.name,
    brin6: entry.brin6,
    sectors: sectors.filter((sector) => elsewhere.includes(sector) || entry.sectors.includes(sector)),
    ...(entry.street ? { street: entry.street } : {}),
    ...(location ? { location } : {}),
    ...(entry.municipalityCode ? { municipalityCode: entry.municipalityCode } : {}),
    ...(entry.municipalityName ? { municipalityName: entry.municipalityName } : {}),
    holidayRegion: entry.holidayRegion,
    calendar: current?.calendar ?? emptyCalendar,
    ...regionStampOf({ id, ...optionalCode(entry.municipalityCode) }, around.regions),
    ...(equityPriority === undefined ? {} : { equityPriority }),
    registered: true,
    activeFrom: current?.activeFrom ?? around.asOf,
  };
}

/** Gone from the covered sectors; with none left it is dated, never deleted. */
function vanishedFrom(location: SchoolLocation, covers: readonly Sector[], asOf: string): SchoolLocation {
  const left = location.sectors.filter((sector) => !covers.includes(sector));
  return left.length > 0 ? { ...location, sectors: left } : { ...location, activeUntil: asOf };
}

function optionalCode(municipalityCode: string | undefined): { municipalityCode?: string } {
  return municipalityCode ? { municipalityCode } : {};
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
