import { Injectable } from '@nestjs/common';
import {
  atField,
  type GroupBody,
  type OfferSnapshot,
  type RegionChanged,
  type RequestSnapshot,
  type RequestedGroup,
  type SchoolLocationChanged,
} from '#libs/contracts';
import { checkGroup, describeGroup } from '#libs/facts';
import { can, refuseAccess, sha256, type Action, type Actor } from '#libs/runtime';
import { refuse } from '../domain/match.errors.js';
import { MarketPlace } from '../market/market-place.js';

const unknown = (path: string) => ({ errors: [{ path, code: 'known', message: 'is not known here (yet)' }] });

interface Described {
  readonly unnamed: string;
  readonly schoolYear: string;
  readonly path?: string;
}

/** Who a match is for when no request says it: the school location, its region and its groups. */
@Injectable()
export class SchoolSide {
  constructor(private readonly place: MarketPlace) {}

  /** @throws matches.school-location-unknown, matches.region-needed, matches.region-wrong, access.not-yours */
  of(
    { schoolLocationId, regionId }: { schoolLocationId: string; regionId?: string },
    actor: Actor,
    action: Action,
    organisation?: string,
  ): { location: SchoolLocationChanged; regionId: string; region: RegionChanged } {
    const location = this.place.market.location(schoolLocationId);
    if (!location) throw refuse('matches.school-location-unknown', unknown('schoolLocationId'));
    const owners = {
      regions: location.regionIds,
      school: schoolLocationId,
      madeBy: [actor.id],
      ...(organisation ? { organisation } : {}),
    };
    if (!can(actor, action, owners)) throw refuseAccess('access.not-yours', unknown('schoolLocationId'));
    const [only, ...others] = location.regionIds;
    const own = regionId ?? (others.length === 0 ? only : undefined);
    if (own === undefined)
      throw refuse('matches.region-needed', atField('regionId', 'required', 'is required'));
    if (!location.regionIds.includes(own))
      throw refuse(
        'matches.region-wrong',
        atField('regionId', 'region', 'is no region of this school location'),
      );
    const region = this.place.market.region(own);
    if (!region) throw refuse('matches.region-wrong', unknown('regionId'));
    return { location, regionId: own, region };
  }

  /**
   * The groups named or described, each once, as groups of that school year. `unnamed` tells groups without
   * a name from others.
   * @throws matches.group-incomplete, matches.group-unknown, matches.group-twice
   */
  groups(
    bodies: readonly GroupBody[],
    schoolLocationId: string,
    { sectors }: SchoolLocationChanged,
    { unnamed, schoolYear, path = 'groups' }: Described,
  ): RequestedGroup[] {
    const groups = bodies.map((body, i) => {
      const at = `${path}[${i}]`;
      if (body.groupId != null) return this.known(body, schoolLocationId, at);
      const fault = checkGroup(body, sectors);
      if (fault)
        throw refuse('matches.group-incomplete', atField(`${at}.${fault.path}`, fault.code, fault.message));
      return describeGroup(body, { schoolLocationId, schoolYear, unnamed: `${unnamed} ${i}`, hash: sha256 });
    });
    const ids = groups.map(({ groupId }) => groupId);
    const again = ids.findIndex((id, i) => ids.indexOf(id) < i);
    if (again >= 0)
      throw refuse('matches.group-twice', atField(`${path}[${again}]`, 'twice', 'is named before'));
    return groups;
  }

  private known(
    { groupId = '', ...rest }: GroupBody,
    schoolLocationId: string,
    path: string,
  ): RequestedGroup {
    if (Object.values(rest).some((value) => value != null))
      throw refuse(
        'matches.group-incomplete',
        atField(path, 'group-id-alone', 'names groupId and describes a group as well'),
      );
    const group = this.place.market.group(groupId);
    if (!group || group.schoolLocationId !== schoolLocationId || group.state === 'left')
      throw refuse('matches.group-unknown', unknown(`${path}.groupId`));
    const { sector, grades, levels, pupils, name } = group;
    return { groupId, sector, grades, levels, pupils, name };
  }
}

/** Who books, for which groups. */
export interface Booker {
  readonly schoolLocationId: string;
  readonly regionId: string;
  readonly groups: readonly RequestedGroup[];
  /** Who receives the guest, or goes along. */
  readonly contactId: string;
  readonly by: string;
}

/** A booking of an offer on a day, in the words of a request: so that the same conditions are tested. */
export function wishOf(
  { kind, title, themes }: Pick<OfferSnapshot, 'kind' | 'title' | 'themes'>,
  offerId: string,
  { schoolLocationId, regionId, groups, contactId, by }: Booker,
  date: string,
  at: string,
): RequestSnapshot {
  return {
    madeBy: by,
    contactId,
    schoolLocationId,
    regionId,
    kind,
    title,
    themes,
    goals: [],
    groups: [...groups],
    windows: [{ from: date, to: date }],
    places: ['at-school', 'at-partner', 'online'],
    preferred: [{ offerId }],
    suitability: [],
    transport: 'none',
    splitAllowed: true,
    mergeAllowed: false,
    confirm: 'at-once',
    postedAt: at,
    answerBy: at,
    state: 'open',
  };
}
