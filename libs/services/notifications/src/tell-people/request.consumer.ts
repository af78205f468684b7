import { Controller } from '@nestjs/common';
import {
  CallFailed,
  PartnersCalled,
  RequestConsidered,
  RequestQuestioned,
  RequestUnmet,
  RequestWithdrawn,
  type RequestSnapshot,
} from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import { Contacts } from '../owners/contacts.js';
import { TellPeople, type Recipient } from './tell-people.js';

/** What people hear of a request before there is an appointment, or when there is none. */
@Controller()
export class RequestConsumer {
  constructor(
    private readonly tell: TellPeople,
    private readonly contacts: Contacts,
  ) {}

  @OnEvent(RequestConsidered)
  considered({ requestId, askers, fitting, obstacles }: RequestConsidered, cause: EventCause): Promise<void> {
    const subject = { template: 'receipt', requestId, fitting, obstacles } as const;
    return this.tell.execute(askers.map(ofSchool), subject, cause);
  }

  @OnEvent(RequestUnmet)
  unmet({ request }: RequestUnmet, cause: EventCause): Promise<void> {
    return this.tell.execute(askersOf(request), { template: 'unmet', requestId: cause.key }, cause);
  }

  @OnEvent(RequestQuestioned)
  questioned({ request }: RequestQuestioned, cause: EventCause): Promise<void> {
    return this.tell.execute(askersOf(request), { template: 'needs-info', requestId: cause.key }, cause);
  }

  /** Whoever withdrew it knows. */
  @OnEvent(RequestWithdrawn)
  withdrawn({ request }: RequestWithdrawn, cause: EventCause): Promise<void> {
    const others = askersOf(request).filter(({ id }) => id !== cause.actor);
    return this.tell.execute(others, { template: 'withdrawn', requestId: cause.key }, cause);
  }

  @OnEvent(PartnersCalled)
  async called({ requestId, organisationIds, answerBy }: PartnersCalled, cause: EventCause): Promise<void> {
    for (const organisationId of new Set(organisationIds)) {
      const [id] = await this.contacts.ofOrganisation(organisationId);
      if (!id) continue;
      const subject = { template: 'call', callId: cause.key, requestId, organisationId, answerBy } as const;
      await this.tell.execute([{ id, side: 'partner' }], subject, cause);
    }
  }

  /** Whoever said yes counts on it until told. */
  @OnEvent(CallFailed)
  failed(
    { requestId, organisationId, answeredBy, start, end, answerBy }: CallFailed,
    cause: EventCause,
  ): Promise<void> {
    const about = { requestId, organisationId, start, end, ...(answerBy ? { answerBy } : {}) };
    const subject = { template: 'call-failed', ...about } as const;
    return this.tell.execute([{ id: answeredBy, side: 'partner' }], subject, cause);
  }
}

const askersOf = ({ contactId, madeBy }: RequestSnapshot): Recipient[] =>
  [...new Set([contactId, madeBy])].map(ofSchool);

const ofSchool = (id: string): Recipient => ({ id, side: 'school' });
