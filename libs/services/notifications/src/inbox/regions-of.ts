import { Injectable } from '@nestjs/common';
import type { Subject } from '../domain/subject.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { RequestView } from '../owners/views.js';
import { InboxReads } from './inbox-reads.js';

/** Notifications carry ids alone: of which regions they are is for the owner of what they are about to say. */
@Injectable()
export class RegionsOf {
  constructor(
    private readonly owners: OwnerReads,
    private readonly reads: InboxReads,
  ) {}

  /** None when there is no such thing any more; of a person all that they have a role in. @throws Unavailable */
  async of(subject: Subject): Promise<readonly string[]> {
    if ('regionId' in subject) return [subject.regionId];
    if ('matchId' in subject) return regionOf(await this.owners.match(subject.matchId));
    if ('personId' in subject) {
      const { roles = [] } = (await this.owners.person(subject.personId)) ?? {};
      return roles.flatMap(({ regionIds = [] }) => regionIds);
    }
    const path = `/api/requests/${encodeURIComponent(subject.requestId)}`;
    return regionOf(await this.reads.one<RequestView>('requests', path));
  }
}

const regionOf = (one: { readonly regionId: string } | undefined): string[] => (one ? [one.regionId] : []);
