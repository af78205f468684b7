import { event, OrganisationChanged, type OrganisationKind, type ResolvedLocation } from '#libs/contracts';

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
}

export function organisationChanged(state: Organisation): OrganisationChanged {
  const { name, kind, location, regionIds, firstContactId } = state;
  return event(OrganisationChanged, {
    name,
    kind,
    ...(location ? { location } : {}),
    regionIds: [...regionIds],
    ...(firstContactId ? { firstContactId } : {}),
  });
}
