import { Controller } from '@nestjs/common';
import { OrganisationChanged } from '#libs/contracts';
import { Copies, InjectCopies, OnEvent, type EventCause } from '#libs/runtime';
import { organisationCopies } from '../offers.collection.js';

@Controller()
export class KeepCopiesConsumer {
  constructor(
    @InjectCopies(organisationCopies) private readonly organisations: Copies<OrganisationChanged>,
  ) {}

  @OnEvent(OrganisationChanged)
  organisation(changed: OrganisationChanged, cause: EventCause): Promise<void> {
    return this.organisations.put(cause.key, cause.seq, changed);
  }
}
