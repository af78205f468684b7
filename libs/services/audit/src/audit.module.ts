import { Module } from '@nestjs/common';
import { PersonalData } from '#libs/runtime';
import { EveryEventConsumer } from './keep-entries/every-event.consumer.js';
import { KeepEntry } from './keep-entries/keep-entry.js';
import { AuditPersonalData } from './personal-data.js';
import { ReadEntriesController } from './read-entries/read-entries.controller.js';
import { ReadEntries } from './read-entries/read-entries.js';

@Module({
  controllers: [EveryEventConsumer, ReadEntriesController],
  providers: [KeepEntry, ReadEntries, { provide: PersonalData, useClass: AuditPersonalData }],
})
export class AuditModule {}
