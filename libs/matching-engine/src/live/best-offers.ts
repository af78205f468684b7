const most = 32;

/** The highest few numbers of those added. */
export class BestOffers {
  /** The least of them; −Infinity until there are as many as wanted, and always when that is more than 32. */
  least = -Infinity;
  private wanted = 0;
  private count = 0;
  private readonly offers = new Float64Array(most);

  begin(wanted: number): void {
    this.wanted = wanted;
    this.count = 0;
    this.least = -Infinity;
  }

  add(offer: number): void {
    const { offers, wanted } = this;
    if (wanted > most || offer <= this.least) return;
    let at = this.count < wanted ? this.count++ : wanted - 1;
    for (; at > 0 && offers[at - 1]! < offer; at--) offers[at] = offers[at - 1]!;
    offers[at] = offer;
    if (this.count === wanted) this.least = offers[wanted - 1]!;
  }
}
