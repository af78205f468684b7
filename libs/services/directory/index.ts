import type { ServiceDefinition } from '#libs/runtime';
import { addresses } from './src/addresses.collection.js';
import { apiTokens } from './src/api-tokens.collection.js';
import { directoryModule } from './src/directory.module.js';
import { circles } from './src/circles.collection.js';
import { claims } from './src/claims.collection.js';
import { groups } from './src/groups.collection.js';
import { importedActivities } from './src/imported-activities.collection.js';
import { importFiles, imports } from './src/imports.collection.js';
import { invitations } from './src/invitations.collection.js';
import { identities, oidcStarts } from './src/oidc/oidc.collections.js';
import { organisations } from './src/organisations.collection.js';
import { passkeys } from './src/second-factor/passkeys.collection.js';
import { people } from './src/people.collection.js';
import { postcodes } from './src/postcodes.collection.js';
import { regions } from './src/regions.collection.js';
import { schoolLocations } from './src/school-locations.collection.js';
import { sessions } from './src/sessions/sessions.collection.js';
import { askedCodes, signInCodes } from './src/sign-in/sign-in-codes.collection.js';
import type { SignInSettings } from './src/sign-in-settings.js';

/** Who and what takes part, and how people get in. */
export function directoryService(settings: SignInSettings): ServiceDefinition {
  return {
    name: 'directory',
    module: directoryModule(settings),
    aggregates: [
      regions,
      schoolLocations,
      organisations,
      people,
      groups,
      apiTokens,
      postcodes,
      imports,
      importedActivities,
      invitations,
      claims,
    ],
    copies: [],
    collections: [
      addresses,
      askedCodes,
      circles,
      identities,
      importFiles,
      oidcStarts,
      passkeys,
      sessions,
      signInCodes,
    ],
  };
}

export { DirectorySeed } from './src/seed/directory-seed.js';
export type {
  SeedOrganisation,
  SeedPerson,
  SeedRegion,
  SeedSchoolLocation,
} from './src/seed/directory-seed.js';
export { apiTokenRefusals } from './src/domain/api-token.errors.js';
export { calendarRefusals } from './src/domain/calendar.errors.js';
export { FirstStart } from './src/first-start/first-start.js';
export { claimRefusals } from './src/domain/claim.errors.js';
export { invitationRefusals } from './src/domain/invitation.errors.js';
export { personRefusals } from './src/domain/person.errors.js';
export { instanceOperatorId } from './src/domain/person.js';
export { groupRefusals } from './src/domain/group.errors.js';
export { importRefusals } from './src/domain/import.errors.js';
export { organisationRefusals } from './src/domain/organisation.errors.js';
export { placeRefusals } from './src/domain/place.errors.js';
export { regionRefusals } from './src/domain/region.errors.js';
export { schoolCalendarRefusals } from './src/domain/school-calendar.errors.js';
export { oidcRefusals } from './src/domain/oidc.errors.js';
export { secondFactorRefusals } from './src/domain/second-factor.errors.js';
export { signInRefusals } from './src/domain/sign-in.errors.js';
export type { OidcSettings, SignInSettings } from './src/sign-in-settings.js';
