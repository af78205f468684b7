import type { MatchSnapshot } from '#libs/contracts';

export interface RejectionCopy {
  readonly requestId: string;
  readonly slotId?: string | null;
  readonly offerId?: string | null;
}

/** What is not proposed to a request again. */
export interface Excluded {
  readonly offerIds: ReadonlySet<string>;
  readonly slotIds: ReadonlySet<string>;
}

/** After a no the whole offer is out for that request, after a silence only the slot, after an undo nothing. */
export class Exclusions {
  private readonly rejections = new Map<string, RejectionCopy[]>();

  put(rejection: RejectionCopy): void {
    const known = this.rejections.get(rejection.requestId) ?? [];
    this.rejections.set(rejection.requestId, [...known, rejection]);
  }

  /** `matches` are all there ever were for the request. */
  of(requestId: string, matches: Iterable<MatchSnapshot>): Excluded {
    const offerIds = new Set<string>();
    const slotIds = new Set<string>();
    for (const { offerId, slotId } of this.rejections.get(requestId) ?? []) {
      if (slotId) slotIds.add(slotId);
      else if (offerId) offerIds.add(offerId);
    }
    for (const match of matches) {
      if (match.offerId && !match.undone && (match.state === 'declined' || match.state === 'cancelled'))
        offerIds.add(match.offerId);
      if (match.state === 'released')
        for (const { slotId } of match.sessions) if (slotId) slotIds.add(slotId);
    }
    return { offerIds, slotIds };
  }
}
