import { Module, type Type } from '@nestjs/common';
import { Boards } from './add-organisation/boards.js';
import { ChangePerson } from './change-person/change-person.js';
import { Circles } from './change-person/circles.js';
import { ListPeople } from './change-person/list-people.js';
import { PeopleController } from './change-person/people.controller.js';
import { ClaimLocation } from './claim-location/claim-location.js';
import { ClaimsController } from './claim-location/claims.controller.js';
import { PersonalData } from '#libs/runtime';
import { ErasePerson } from './erase-person/erase-person.js';
import { ErasePersonController } from './erase-person/erase-person.controller.js';
import { EraseTraces } from './erase-person/erase-traces.js';
import { DirectoryPersonalData } from './personal-data.js';
import { DecideClaim } from './claim-location/decide-claim.js';
import { FirstStart } from './first-start/first-start.js';
import { InvitationsController } from './invite-people/invitations.controller.js';
import { InvitePeople } from './invite-people/invite-people.js';
import { Addresses } from './invite-people/addresses.js';
import { KnownPeople } from './invite-people/known-people.js';
import { ManageInvitations } from './invite-people/manage-invitations.js';
import { Places } from './invite-people/places.js';
import { PlaceNames } from './invite-people/place-names.js';
import { SendInvitation } from './invite-people/send-invitation.js';
import { TakeUp } from './invite-people/take-up.js';
import { MakeRegion } from './make-region/make-region.js';
import { MakeRegionController } from './make-region/make-region.controller.js';
import { AddOrganisation } from './add-organisation/add-organisation.js';
import { AddOrganisationController } from './add-organisation/add-organisation.controller.js';
import { AddGroup } from './add-group/add-group.js';
import { AddGroupController } from './add-group/add-group.controller.js';
import { ChangeGroup } from './change-group/change-group.js';
import { ChangeGroupController } from './change-group/change-group.controller.js';
import { ChangeOrganisation } from './change-organisation/change-organisation.js';
import { ChangeOrganisationController } from './change-organisation/change-organisation.controller.js';
import { ChangePreferencesController } from './change-preferences/change-preferences.controller.js';
import { UnsubscribeConsumer } from './change-preferences/unsubscribe.consumer.js';
import { ChangeRegion } from './change-region/change-region.js';
import { ChangeRegionController } from './change-region/change-region.controller.js';
import { EnterSchoolCalendar } from './enter-school-calendar/enter-school-calendar.js';
import { EnterSchoolCalendarController } from './enter-school-calendar/enter-school-calendar.controller.js';
import { FindGroupsController } from './find-groups/find-groups.controller.js';
import { SchoolGroups } from './find-groups/school-groups.js';
import { FindOrganisationsController } from './find-organisations/find-organisations.controller.js';
import { FindPeople } from './find-people/find-people.js';
import { FindPeopleController } from './find-people/find-people.controller.js';
import { FindRegionsController } from './find-regions/find-regions.controller.js';
import { ShowRegion } from './find-regions/show-region.js';
import { FindSchoolLocationsController } from './find-school-locations/find-school-locations.controller.js';
import { ImportsController } from './import-registers/imports.controller.js';
import { KnownOfList } from './import-registers/known-of-list.js';
import { PartnerLists } from './import-registers/partner-lists.js';
import { Registers } from './import-registers/registers.js';
import { RunImport } from './import-registers/run-import.js';
import { StartImport } from './import-registers/start-import.js';
import { IssueApiToken } from './issue-api-token/issue-api-token.js';
import { IssueApiTokenController } from './issue-api-token/issue-api-token.controller.js';
import { LearnGroups } from './learn-groups/learn-groups.js';
import { LearnGroupsConsumer } from './learn-groups/learn-groups.consumer.js';
import { Locate } from './locate/locate.js';
import { LocateController } from './locate/locate.controller.js';
import { RaiseGroups } from './raise-groups/raise-groups.js';
import { Reach } from './resolve-actor/reach.js';
import { ResolveActor } from './resolve-actor/resolve-actor.js';
import { ResolveActorController } from './resolve-actor/resolve-actor.controller.js';
import { RestampLocations } from './restamp-locations/restamp-locations.js';
import { DirectorySeed } from './seed/directory-seed.js';
import { ShowMeController } from './show-me/show-me.controller.js';
import { ShowTaxonomyController } from './show-taxonomy/show-taxonomy.controller.js';
import { Issuer } from './oidc/issuer.js';
import { OidcController } from './oidc/oidc.controller.js';
import { SignInByIssuer } from './oidc/sign-in-by-issuer.js';
import { Ceremony } from './second-factor/ceremony.js';
import { ResetSecondFactor } from './second-factor/reset-second-factor.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactor } from './second-factor/second-factor.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { Sessions } from './sessions/sessions.js';
import { AskCode } from './sign-in/ask-code.js';
import { SignInAsDemo } from './sign-in/sign-in-as-demo.js';
import { SignInCodes } from './sign-in/sign-in-codes.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInTrail } from './sign-in/sign-in-trail.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignInSettings } from './sign-in-settings.js';

export function directoryModule(settings: SignInSettings): Type {
  @Module({
    controllers: [
      SignInController,
      SessionsController,
      SecondFactorController,
      OidcController,
      ShowMeController,
      ShowTaxonomyController,
      FindRegionsController,
      FindSchoolLocationsController,
      EnterSchoolCalendarController,
      FindOrganisationsController,
      AddOrganisationController,
      IssueApiTokenController,
      ResolveActorController,
      FindPeopleController,
      LocateController,
      ImportsController,
      FindGroupsController,
      AddGroupController,
      ChangeGroupController,
      LearnGroupsConsumer,
      ChangeOrganisationController,
      ChangeRegionController,
      MakeRegionController,
      PeopleController,
      ChangePreferencesController,
      UnsubscribeConsumer,
      InvitationsController,
      ClaimsController,
      ErasePersonController,
    ],
    providers: [
      { provide: SignInSettings, useValue: settings },
      AskCode,
      SignInCodes,
      SignInTrail,
      SignIn,
      SignInAsDemo,
      Sessions,
      Issuer,
      SignInByIssuer,
      SecondFactor,
      Ceremony,
      ResetSecondFactor,
      AddOrganisation,
      Boards,
      EnterSchoolCalendar,
      FindPeople,
      IssueApiToken,
      Locate,
      KnownOfList,
      PartnerLists,
      Registers,
      RunImport,
      StartImport,
      Reach,
      ResolveActor,
      RestampLocations,
      DirectorySeed,
      SchoolGroups,
      AddGroup,
      ChangeGroup,
      LearnGroups,
      RaiseGroups,
      ChangeOrganisation,
      ChangeRegion,
      ShowRegion,
      MakeRegion,
      Places,
      PlaceNames,
      KnownPeople,
      Addresses,
      Circles,
      ListPeople,
      ChangePerson,
      InvitePeople,
      ManageInvitations,
      SendInvitation,
      TakeUp,
      ClaimLocation,
      DecideClaim,
      FirstStart,
      ErasePerson,
      EraseTraces,
      { provide: PersonalData, useClass: DirectoryPersonalData },
    ],
  })
  class DirectoryModule {}
  return DirectoryModule;
}
