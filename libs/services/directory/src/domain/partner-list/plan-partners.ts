import type { ResolvedLocation } from '#libs/contracts';
import type { ListedOrganisation, Organisation } from '../organisation.js';
import type { ListedPartner } from './listed.js';
import { comparable } from './words.js';

/** An organisation of the list: found again, or new under an id of its own. */
export interface PlannedOrganisation {
  readonly id: string;
  readonly before: Organisation | undefined;
  readonly listed: ListedOrganisation;
}

interface Around {
  readonly regionId: string;
  readonly known: readonly Organisation[];
  readonly idOf: (text: string) => string;
  readonly locate: (partner: ListedPartner) => ResolvedLocation | undefined;
}

/** Finds the organisations of a list again: by kvk number, else by name and place; rows about one are put together. */
export class OrganisationsOfList {
  private readonly byKvk = new Map<string, string>();
  private readonly byName = new Map<string, string[]>();
  private readonly planned = new Map<string, PlannedOrganisation>();
  private readonly befores: ReadonlyMap<string, Organisation>;

  constructor(private readonly around: Around) {
    this.befores = new Map(around.known.map((each) => [each.id, each]));
    for (const { id, name, kvkNumber, location } of around.known)
      this.remember(id, name, kvkNumber, location?.place);
  }

  /** Where no place is given on either side, the name alone has to do. */
  of(partner: ListedPartner): PlannedOrganisation {
    const id = this.find(partner) ?? this.around.idOf(`${partner.kvkNumber ?? ''} ${nameKey(partner)}`);
    const earlier = this.planned.get(id);
    const location = this.around.locate(partner);
    const { name, kind, kvkNumber, maxPerMonth } = partner;
    const planned = {
      id,
      before: this.befores.get(id),
      listed: {
        ...{ name, ...(kind ? { kind } : {}), ...(location ? { location } : {}) },
        ...{ ...(kvkNumber ? { kvkNumber } : {}), ...(maxPerMonth ? { maxPerMonth } : {}) },
        ...earlier?.listed,
      },
    };
    this.planned.set(id, planned);
    this.remember(id, name, kvkNumber, partner.place);
    return planned;
  }

  all(): PlannedOrganisation[] {
    return [...this.planned.values()];
  }

  private find(partner: ListedPartner): string | undefined {
    const coded = partner.kvkNumber && this.byKvk.get(partner.kvkNumber);
    if (coded) return coded;
    const fits = (id: string) => {
      const kvk = this.planned.get(id)?.listed.kvkNumber ?? this.befores.get(id)?.kvkNumber;
      return !kvk || !partner.kvkNumber || kvk === partner.kvkNumber;
    };
    const named = (place?: string) =>
      (this.byName.get(nameKey({ name: partner.name, ...(place ? { place } : {}) })) ?? []).filter(fits);
    if (partner.place) {
      const there = named(partner.place);
      return there.find((id) => this.isOfRegion(id)) ?? there[0] ?? named().find((id) => this.isBare(id));
    }
    const ours = named().filter((id) => this.isOfRegion(id));
    return ours.length === 1 ? ours[0] : undefined;
  }

  private isBare(id: string): boolean {
    return this.isOfRegion(id) && !this.placeOf(id);
  }

  private placeOf(id: string): string | undefined {
    return this.planned.get(id)?.listed.location?.place ?? this.befores.get(id)?.location?.place;
  }

  private isOfRegion(id: string): boolean {
    const before = this.befores.get(id);
    return !before || before.regionIds.includes(this.around.regionId);
  }

  private remember(id: string, name: string, kvkNumber: string | undefined, place: string | undefined): void {
    if (kvkNumber) this.byKvk.set(kvkNumber, id);
    const keys = place ? [nameKey({ name, place }), nameKey({ name })] : [nameKey({ name })];
    for (const key of keys) this.byName.set(key, [...new Set([...(this.byName.get(key) ?? []), id])]);
  }
}

/**
 * The organisation with what the list says anew. What somebody else wrote of it stays: of one that no list told of
 * before, and of one of other regions, only what is not known yet is filled in.
 */
export function listedOrganisation(
  { id, listed }: PlannedOrganisation,
  current: Organisation | undefined,
  { regionId, contactId }: { readonly regionId: string; readonly contactId: string | undefined },
): Organisation {
  if (!current) {
    const first = contactId ? { firstContactId: contactId } : {};
    return { id, kind: 'other', ...listed, regionIds: [regionId], ...first, listed };
  }
  const ours = current.listed !== undefined && current.regionIds.includes(regionId);
  const said = Object.entries(listed).filter(([field, value]) => {
    const key = field as keyof ListedOrganisation;
    return ours ? !same(value, current.listed?.[key]) : current[key] === undefined;
  });
  return {
    ...current,
    ...(Object.fromEntries(said) as Partial<ListedOrganisation>),
    regionIds: [...new Set([...current.regionIds, regionId])].sort(),
    ...(current.firstContactId || !contactId ? {} : { firstContactId: contactId }),
    listed: { ...current.listed, ...listed },
  };
}

function nameKey({ name, place = '' }: { readonly name: string; readonly place?: string }): string {
  return `${comparable(name)}|${comparable(place)}`;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
