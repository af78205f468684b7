import { Controller } from '@nestjs/common';
import { PasskeyAdded, PasskeyRemoved } from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import type { SubjectOfPerson } from '../domain/subject.js';
import { TellPeople } from './tell-people.js';

/** What people hear about their own way in, at any hour: it may not have been them. */
@Controller()
export class PersonConsumer {
  constructor(private readonly tell: TellPeople) {}

  @OnEvent(PasskeyAdded)
  added(_: PasskeyAdded, cause: EventCause): Promise<void> {
    return this.tellOf('passkey-added', cause);
  }

  @OnEvent(PasskeyRemoved)
  removed({ reset }: PasskeyRemoved, cause: EventCause): Promise<void> {
    return this.tellOf(reset ? 'passkey-reset' : 'passkey-removed', cause);
  }

  private tellOf(template: SubjectOfPerson['template'], cause: EventCause): Promise<void> {
    const personId = cause.key;
    // The side decides nothing here: people hear of themselves.
    return this.tell.execute([{ id: personId, side: 'school' }], { template, personId }, cause);
  }
}
