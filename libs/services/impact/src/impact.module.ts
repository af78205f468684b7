import { Module } from '@nestjs/common';
import { NothingPersonal, PersonalData } from '#libs/runtime';
import { ActivityReads } from './activity-reads.js';
import { ExportActivitiesController } from './export-activities/export-activities.controller.js';
import { ExportDemandController } from './export-activities/export-demand.controller.js';
import { ActivitiesConsumer } from './keep-activities/activities.consumer.js';
import { DemandConsumer } from './keep-activities/demand.consumer.js';
import { DirectoryConsumer } from './keep-activities/directory.consumer.js';
import { RegionAsked } from './region-asked.js';
import { ReachedGroupsController } from './reached-groups/reached-groups.controller.js';
import { ReportRegionController } from './report-region/report-region.controller.js';

@Module({
  controllers: [
    ReportRegionController,
    ReachedGroupsController,
    ExportActivitiesController,
    ExportDemandController,
    ActivitiesConsumer,
    DemandConsumer,
    DirectoryConsumer,
  ],
  providers: [RegionAsked, ActivityReads, { provide: PersonalData, useClass: NothingPersonal }],
})
export class ImpactModule {}
