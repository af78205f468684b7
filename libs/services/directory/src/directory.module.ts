import { Module } from '@nestjs/common';
import { AddOrganisation } from './add-organisation/add-organisation.js';
import { AddOrganisationController } from './add-organisation/add-organisation.controller.js';
import { AddGroup } from './add-group/add-group.js';
import { AddGroupController } from './add-group/add-group.controller.js';
import { ChangeGroup } from './change-group/change-group.js';
import { ChangeGroupController } from './change-group/change-group.controller.js';
import { ChangeOrganisation } from './change-organisation/change-organisation.js';
import { ChangeOrganisationController } from './change-organisation/change-organisation.controller.js';
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

@Module({
  controllers: [
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
  ],
  providers: [
    AddOrganisation,
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
  ],
})
export class DirectoryModule {}
