import { Injectable } from '@nestjs/common';
import type { FreedPlaceView, Side } from '#libs/contracts';
import { both, inBoth, sayMoment } from '../mails/say.js';
import type { MatchView } from '../owners/views.js';
import { FindHosts } from './find-hosts.js';
import type { InboxLine, InboxSource } from './inbox-line.js';
import { InboxReads } from './inbox-reads.js';
import { ParkedLines } from './parked-lines.js';
import { kindOfAttention, sayAttention, sayFreed, sayNoHost } from './say-inbox.js';

interface LookedAt extends MatchView {
  readonly attention: string | null;
  readonly attentionSince: string | null;
  readonly clock: Readonly<Partial<Record<Side, { readonly stage: string }>>>;
}

const hostDays = 10;
const dayMs = 86_400_000;

/** Appointments that a person must look at, and places that came free. */
@Injectable()
export class MatchLines {
  constructor(
    private readonly reads: InboxReads,
    private readonly hosts: FindHosts,
    private readonly parked: ParkedLines,
  ) {}

  of(region: string, now: number): readonly InboxSource[] {
    return [
      { from: 'matching', lines: this.attention(region) },
      { from: 'matching', lines: this.freed(region) },
      { from: 'matching', lines: this.withoutHost(region, now) },
      ...this.parked.of(region),
    ];
  }

  private async attention(region: string): Promise<InboxLine[]> {
    const query = { region, attention: 'true' };
    const found = await this.reads.every<LookedAt>('matching', '/api/matches', query);
    return found.map((match) => {
      const kind = kindOfAttention(match.attention ?? '');
      const silent = (['school', 'partner'] as const).filter(
        (side) => match.clock[side]?.stage === 'attention',
      );
      return {
        id: `${kind}.${match.id}`,
        kind,
        since: Date.parse(match.attentionSince ?? startOf(match)),
        ...aboutMatch(match),
        sentence: sayAttention(kind, match.title, silent),
      };
    });
  }

  private async freed(region: string): Promise<InboxLine[]> {
    const found = await this.reads.every<FreedPlaceView>('matching', '/api/freed-places', { region });
    return found.flatMap(({ slotId, title, start, freedAt, regionId, requests, more }) => {
      const [best] = requests;
      if (!best) return [];
      return {
        id: `freed-place.${slotId}`,
        kind: 'freed-place' as const,
        since: Date.parse(freedAt),
        regionId,
        subject: { slotId, requestId: best.requestId },
        sentence: sayFreed(title, onDay(start), requests.length, more && requests.length > 1),
        action: {
          kind: 'open-request' as const,
          href: `/aanvragen/${encodeURIComponent(best.requestId)}`,
          label: both('Bekijk het beste voorstel', 'See the best proposal'),
        },
      };
    });
  }

  /** Soon, and somebody would stand at a closed door. It counts from ten days before. */
  private async withoutHost(region: string, now: number): Promise<InboxLine[]> {
    const query = { region, state: 'confirmed' };
    const found = await this.reads.every<MatchView>('matching', '/api/matches', query);
    const soon = found.filter((match) => {
      const start = Date.parse(startOf(match));
      return start > now && start - now <= hostDays * dayMs;
    });
    const lines = await Promise.all(
      soon.map(async (match): Promise<InboxLine[]> => {
        const side = await this.hosts.missingOf(match);
        if (!side) return [];
        return [
          {
            id: `no-host.${match.id}`,
            kind: 'no-host',
            since: Date.parse(startOf(match)) - hostDays * dayMs,
            ...aboutMatch(match),
            sentence: sayNoHost(match.title, onDay(startOf(match)), side),
          },
        ];
      }),
    );
    return lines.flat();
  }
}

const onDay = (moment: string) => inBoth((lang) => sayMoment(moment, lang));

const startOf = ({ sessions }: Pick<MatchView, 'sessions'>): string =>
  sessions.map(({ start }) => start).sort((a, b) => Date.parse(a) - Date.parse(b))[0] as string;

function aboutMatch({ id, regionId, schoolLocationId, requestId }: MatchView) {
  return {
    regionId,
    subject: { matchId: id, schoolLocationId, ...(requestId ? { requestId } : {}) },
    action: {
      kind: 'open-match' as const,
      href: `/afspraken/${encodeURIComponent(id)}`,
      label: both('Bekijk de afspraak', 'See the appointment'),
    },
  };
}
