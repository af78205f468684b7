import type { Person } from '../person.js';
import type { ListedContact } from './listed.js';

/** A contact of the list, found again by e-mail or new, with the organisations it is of. */
export interface PlannedContact {
  readonly id: string;
  readonly before: Person | undefined;
  readonly listed: ListedContact;
  readonly organisationIds: readonly string[];
}

interface Around {
  readonly known: ReadonlyMap<string, Person>;
  readonly idOf: (text: string) => string;
}

export class ContactsOfList {
  private readonly planned = new Map<string, PlannedContact>();
  /** By organisation: the first one the list names. */
  readonly firstOf = new Map<string, string>();

  constructor(private readonly around: Around) {}

  add(listed: ListedContact, organisationId: string): void {
    const earlier = this.planned.get(listed.email);
    const before = this.around.known.get(listed.email);
    const id = earlier?.id ?? before?.id ?? this.around.idOf(listed.email);
    this.planned.set(listed.email, {
      id,
      before,
      listed: { ...listed, ...earlier?.listed },
      organisationIds: [...new Set([...(earlier?.organisationIds ?? []), organisationId])],
    });
    if (!before?.disabled && !this.firstOf.has(organisationId)) this.firstOf.set(organisationId, id);
  }

  all(): PlannedContact[] {
    return [...this.planned.values()];
  }
}

/**
 * The person as a partner of these organisations. Name and telephone of somebody who is more than that, or whom no list
 * told of before, are that person's own: they stay.
 */
export function listedPerson({ id, listed, organisationIds }: PlannedContact, current?: Person): Person {
  const { name, email, phone } = listed;
  const said = { name, ...(phone ? { phone } : {}) };
  const isOf = (organisationId: string) =>
    current?.roles.some((role) => role.organisationId === organisationId) ?? false;
  const added = organisationIds
    .filter((organisationId) => !isOf(organisationId))
    .map((organisationId) => ({ role: 'partner' as const, organisationId }));
  if (!current) return { id, ...said, email, language: 'nl', roles: added, disabled: false, listed: said };
  if (current.disabled) return current;
  const onlyPartner = current.roles.every(({ role }) => role === 'partner');
  const ours = current.listed !== undefined && onlyPartner;
  return {
    ...current,
    ...(ours && current.listed.name !== name ? { name } : {}),
    ...(ours && phone && current.listed.phone !== phone ? { phone } : {}),
    roles: [...current.roles, ...added],
    ...(current.listed ? { listed: { ...current.listed, ...said } } : {}),
  };
}
