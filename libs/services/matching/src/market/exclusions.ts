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
  private readonly rejected = new Map<
    string,
    { readonly offerIds: Set<string>; readonly slotIds: Set<string> }
  >();

  /** The same one may be put again. */
  put({ requestId, slotId, offerId }: RejectionCopy): void {
    const known = this.rejected.get(requestId) ?? { offerIds: new Set(), slotIds: new Set() };
    this.rejected.set(requestId, known);
    if (slotId) known.slotIds.add(slotId);
    else if (offerId) known.offerIds.add(offerId);
  }

  /** `matches` are all there ever were for the request. */
  of(requestId: string, matches: Iterable<MatchSnapshot>): Excluded {
    const rejected = this.rejected.get(requestId);
    const offerIds = new Set(rejected?.offerIds);
    const slotIds = new Set(rejected?.slotIds);
    for (const match of matches) {
      if (match.offerId && !match.undone && (match.state === 'declined' || match.state === 'cancelled'))
        offerIds.add(match.offerId);
      if (match.state === 'released')
        for (const { slotId } of match.sessions) if (slotId) slotIds.add(slotId);
    }
    return { offerIds, slotIds };
  }
}
