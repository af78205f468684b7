import { Injectable } from '@nestjs/common';
import type { Subject } from '../domain/subject.js';
import { OwnerReads } from '../owners/owner-reads.js';
import type { RequestView } from '../owners/views.js';
import { InboxReads } from './inbox-reads.js';

/** Notifications carry ids alone: of which region they are is for the owner of what they are about to say. */
@Injectable()
export class RegionOf {
  constructor(
    private readonly owners: OwnerReads,
    private readonly reads: InboxReads,
  ) {}

  /** Undefined when there is no such thing any more. @throws Unavailable */
  async of(subject: Subject): Promise<string | undefined> {
    if ('regionId' in subject) return subject.regionId;
    if ('matchId' in subject) return (await this.owners.match(subject.matchId))?.regionId;
    const path = `/api/requests/${encodeURIComponent(subject.requestId)}`;
    const request = await this.reads.one<RequestView>('requests', path);
    return request?.regionId;
  }
}
