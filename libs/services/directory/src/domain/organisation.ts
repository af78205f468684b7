import {
  atField,
  event,
  OrganisationChanged,
  type OrganisationKind,
  type PatchOrganisationBody,
  type PeriodBody,
  type ResolvedLocation,
} from '#libs/contracts';
import { refuse } from './organisation.errors.js';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly location?: ResolvedLocation;
  readonly kvkNumber?: string;
  readonly kvkVestigingsnummer?: string;
  readonly regionIds: readonly string[];
  /** Gets the questions of offers that name nobody. */
  readonly firstContactId?: string;
  /** Load ceilings: activities a month and a school year of all its offers together, and of each person a month. */
  readonly maxPerMonth?: number;
  readonly maxPerSchoolYear?: number;
  readonly maxPerPersonPerMonth?: number;
  /** When it receives and visits nobody; absent: never closed. */
  readonly closed?: readonly PeriodBody[];
  /** It takes nothing new before this date. */
  readonly pausedUntil?: string;
  /** Of a school's board: its school locations. */
  readonly boardOf?: readonly string[];
  /** What the last list of partners said of it: only what a list says anew changes it again. */
  readonly listed?: ListedOrganisation;
}

export interface ListedOrganisation {
  readonly name: string;
  readonly kind?: OrganisationKind;
  readonly location?: ResolvedLocation;
  readonly kvkNumber?: string;
  readonly maxPerMonth?: number;
}

export function organisationChanged(state: Organisation): OrganisationChanged {
  const {
    id: _,
    kvkNumber: _k,
    kvkVestigingsnummer: _v,
    listed: _l,
    boardOf: _b,
    regionIds,
    closed,
    ...told
  } = state;
  return event(OrganisationChanged, { ...told, regionIds: [...regionIds], closed: [...(closed ?? [])] });
}

const limits: ReadonlySet<string> = new Set([
  'firstContactId',
  'maxPerMonth',
  'maxPerSchoolYear',
  'maxPerPersonPerMonth',
  'pausedUntil',
]);

type OrganisationChange = Omit<PatchOrganisationBody, 'location'> & { readonly location?: ResolvedLocation };

/**
 * The organisation with what was said of it: what is left out stays, null takes a limit away. Null when nothing is new.
 * @throws Refusal `organisations.period-ends-before-it-starts`
 */
export function changeOrganisation(state: Organisation, said: OrganisationChange): Organisation | null {
  said.closed?.forEach(({ from, to }, i) => {
    if (to < from)
      throw refuse(
        'organisations.period-ends-before-it-starts',
        atField(`closed[${i}].to`, 'before-from', `${to} lies before ${from}`),
      );
  });
  const closed = said.closed && [...said.closed].sort((a, b) => (a.from < b.from ? -1 : 1));
  const heard = Object.entries(said).filter(
    ([field, value]) => value !== undefined && (value !== null || limits.has(field)),
  );
  const next = { ...state, ...Object.fromEntries(heard), ...(closed ? { closed } : {}) };
  const kept = Object.entries(next).filter(([, value]) => value !== null);
  const changed = Object.fromEntries(kept) as unknown as Organisation;
  return JSON.stringify(changed) === JSON.stringify(state) ? null : changed;
}
