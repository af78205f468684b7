import type { Owners } from '#libs/contracts';
import { can, type Action, type Actor } from '#libs/runtime';

/** What of an event a screen may be told: enough to ask again, nothing to read. */
export interface Heard {
  readonly type: string;
  /** Of the aggregate that changed. */
  readonly id: string;
}

/** As much of an envelope as decides who hears of it. */
export interface Published {
  readonly type: string;
  readonly key: string;
  readonly owners: Owners;
}

/** Whoever may read the thing hears that it changed; what no line fits is nobody's to hear. */
const readers: readonly (readonly [RegExp, Action])[] = [
  [/^requests\./, 'requests.read'],
  [/^offers\.offer-/, 'offers.read'],
  // A place that is taken or free again makes other proposals.
  [/^offers\.hold-(held|released)$/, 'proposals.read'],
  [/^matching\.(match-|change-|hours-|contact-)/, 'matches.read'],
  [/^matching\.(request-considered|proposal-rejected)$/, 'proposals.read'],
  [/^matching\.round-/, 'rounds.read'],
  [/^matching\.(partners-called|call-answered|call-failed)$/, 'calls.read'],
  [/^directory\.region-/, 'regions.read-settings'],
  [/^directory\.school-location-/, 'school-locations.read'],
  [/^directory\.organisation-/, 'organisations.read'],
  [/^directory\.group-/, 'groups.read'],
  [/^directory\.person-(changed|erased|confirmed)$/, 'people.read'],
  [/^directory\.(person-invited|invitation-ended)$/, 'invitations.manage'],
  [/^directory\.(school-claimed|claim-refused)$/, 'claims.read'],
];

/** What this actor hears of it; undefined when nothing. `region` leaves out what is not of that region. */
export function heardBy(actor: Actor, { type, key, owners }: Published, region?: string): Heard | undefined {
  if (region && !owners.regions.includes(region)) return undefined;
  const action = readers.find(([pattern]) => pattern.test(type))?.[1];
  return action && can(actor, action, owners) ? { type, id: key } : undefined;
}

/** Undefined for what no service of ours wrote. */
export function publishedOf(value: Uint8Array | null): Published | undefined {
  if (!value) return undefined;
  try {
    const { type, key, owners } = JSON.parse(Buffer.from(value).toString('utf8')) as Partial<Published>;
    const isWhole = typeof type === 'string' && typeof key === 'string' && Array.isArray(owners?.regions);
    return isWhole ? { type, key, owners } : undefined;
  } catch {
    return undefined;
  }
}
