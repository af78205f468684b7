import { Injectable } from '@nestjs/common';
import {
  Aggregates,
  InjectAggregates,
  PersonalData,
  everyAggregate,
  type EventCause,
  type Kept,
} from '#libs/runtime';
import { erasePerson, textsBy } from './domain/erase-person.js';
import type { Request } from './domain/request.js';
import { requestsAggregate } from './requests.collection.js';

@Injectable()
export class RequestsPersonalData extends PersonalData {
  constructor(@InjectAggregates(requestsAggregate) private readonly requests: Aggregates<Request>) {
    super();
  }

  override async exportOf(personId: string): Promise<Kept> {
    const found: object[] = [];
    for await (const { id, state } of this.all()) {
      const { madeBy, contactId, assigneeId, title, postedAt } = state;
      const as = [
        ...(madeBy === personId ? ['asker'] : []),
        ...(contactId === personId ? ['contact'] : []),
        ...(assigneeId === personId ? ['assignee'] : []),
      ];
      const wrote = Object.values(textsBy(state, personId));
      if (as.length > 0) found.push({ id, as, title, postedAt, state: state.state, wrote });
    }
    return { requests: found };
  }

  override async erase(personId: string, cause: EventCause): Promise<void> {
    for await (const { id, state } of this.all()) {
      if (erasePerson(state, personId))
        await this.requests.change(id, cause, (current) => erasePerson(current, personId));
    }
  }

  /** A request is what a region accounts for: it stays. */
  override async removeOld(): Promise<void> {}

  private all() {
    return everyAggregate((query) => this.requests.find('byOwner', query));
  }
}
