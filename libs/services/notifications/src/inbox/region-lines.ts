import { Injectable } from '@nestjs/common';
import type { ClaimView, RegionReportView } from '#libs/contracts';
import { localDateOf, instantOf, schoolYearOf } from '#libs/facts';
import { termOf } from '../domain/terms.js';
import { both } from '../mails/say.js';
import type { InboxLine, InboxSource } from './inbox-line.js';
import { InboxReads } from './inbox-reads.js';
import { sayClaim, sayWithout } from './say-inbox.js';

/** People to confirm, and schools that had nothing. */
@Injectable()
export class RegionLines {
  constructor(private readonly reads: InboxReads) {}

  of(region: string, now: number): readonly InboxSource[] {
    return [
      { from: 'directory', lines: this.claims(region) },
      { from: 'impact', lines: this.without(region, now) },
    ];
  }

  private async claims(region: string): Promise<InboxLine[]> {
    const query = { region, state: 'open' };
    const found = await this.reads.every<ClaimView>('directory', '/api/claims', query);
    return found.map(({ id, personId, name, schoolLocation, claimedAt }) => ({
      id: `claim.${id}`,
      kind: 'claim',
      since: Date.parse(claimedAt),
      regionId: region,
      subject: { claimId: id, personId, schoolLocationId: schoolLocation.id },
      sentence: sayClaim(name, schoolLocation.name),
      action: {
        kind: 'confirm-claim',
        href: `/api/claims/${encodeURIComponent(id)}/confirm`,
        label: both('Ja, dat klopt', 'Yes, that is right'),
      },
    }));
  }

  /** From the first term of the school year on: before it nobody can have had much. */
  private async without(region: string, now: number): Promise<InboxLine[]> {
    const today = localDateOf(now);
    const term = termOf(today);
    if (schoolYearOf(term) !== schoolYearOf(today)) return [];
    const path = `/api/reports/region?region=${encodeURIComponent(region)}`;
    const report = await this.reads.one<RegionReportView>('impact', path);
    const many = report?.locations.notReached.filter(({ planned }) => planned === 0).length ?? 0;
    if (many === 0) return [];
    return [
      {
        id: `schools-without.${region}.${term}`,
        kind: 'schools-without',
        since: instantOf(term, 0),
        regionId: region,
        subject: {},
        sentence: sayWithout(many),
        action: {
          kind: 'open-report',
          href: `/cijfers?regio=${encodeURIComponent(region)}`,
          label: both('Bekijk welke scholen', 'See which schools'),
        },
      },
    ];
  }
}
