import { Module } from '@nestjs/common';
import { AddOrganisation } from './add-organisation/add-organisation.js';
import { AddOrganisationController } from './add-organisation/add-organisation.controller.js';
import { EnterSchoolCalendar } from './enter-school-calendar/enter-school-calendar.js';
import { EnterSchoolCalendarController } from './enter-school-calendar/enter-school-calendar.controller.js';
import { FindOrganisationsController } from './find-organisations/find-organisations.controller.js';
import { FindPeople } from './find-people/find-people.js';
import { FindPeopleController } from './find-people/find-people.controller.js';
import { FindRegionsController } from './find-regions/find-regions.controller.js';
import { FindSchoolLocationsController } from './find-school-locations/find-school-locations.controller.js';
import { ImportsController } from './import-registers/imports.controller.js';
import { Registers } from './import-registers/registers.js';
import { RunImport } from './import-registers/run-import.js';
import { StartImport } from './import-registers/start-import.js';
import { IssueApiToken } from './issue-api-token/issue-api-token.js';
import { IssueApiTokenController } from './issue-api-token/issue-api-token.controller.js';
import { Locate } from './locate/locate.js';
import { LocateController } from './locate/locate.controller.js';
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
  ],
  providers: [
    AddOrganisation,
    EnterSchoolCalendar,
    FindPeople,
    IssueApiToken,
    Locate,
    Registers,
    RunImport,
    StartImport,
    Reach,
    ResolveActor,
    RestampLocations,
    DirectorySeed,
  ],
})
export class DirectoryModule {}
