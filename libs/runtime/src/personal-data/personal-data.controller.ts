import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { PersonErased } from '#libs/contracts';
import { Policy } from '../access/access.guard.js';
import type { EventCause } from '../aggregates/cause.js';
import { OnEvent } from '../events/on-event.js';
import { PARKING, type Parking } from '../service/parked.controller.js';
import { PersonalData, type Kept } from './personal-data.js';

/** The same in every service: what it keeps of a person, and that it lets go of it. */
@Controller('internal/people')
export class PersonalDataController {
  constructor(
    private readonly modules: ModuleRef,
    @Inject(PARKING) private readonly parking: Parking,
  ) {}

  /** For the gateway, which gathers it for the person. */
  @Get(':id/export')
  @Policy('personal-data.serve')
  exportOf(@Param('id') id: string): Promise<Kept> {
    return this.own.exportOf(id);
  }

  @OnEvent(PersonErased)
  async erased({ personId }: PersonErased, cause: EventCause): Promise<void> {
    await this.own.erase(personId, cause);
    await this.parking.events.forgetStrangers();
  }

  private get own(): PersonalData {
    return this.modules.get(PersonalData, { strict: false });
  }
}
