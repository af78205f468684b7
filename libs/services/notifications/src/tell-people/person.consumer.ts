import { Controller } from '@nestjs/common';
import { ClaimRefused, PasskeyAdded, PasskeyRemoved } from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import { TellPeople } from './tell-people.js';

/** What people hear about themselves; about their own way in at any hour: it may not have been them. */
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

  @OnEvent(ClaimRefused)
  claimRefused({ personId, schoolLocationId }: ClaimRefused, cause: EventCause): Promise<void> {
    const subject = { template: 'claim-refused', personId, schoolLocationId } as const;
    return this.tell.execute([{ id: personId, side: 'school' }], subject, cause);
  }

  private tellOf(
    template: 'passkey-added' | 'passkey-removed' | 'passkey-reset',
    cause: EventCause,
  ): Promise<void> {
    const personId = cause.key;
    // The side decides nothing here: people hear of themselves.
    return this.tell.execute([{ id: personId, side: 'school' }], { template, personId }, cause);
  }
}
