import { type FlatMarket } from '../search/flat-market.js';
import { type CandidateSource } from '../search/candidate-source.js';
import { type AssignmentSnapshot } from './assignment-snapshot.js';
import { CandidateLists } from './candidate-lists.js';
import { PlaceBook } from './place-book.js';
import { RequestIndex } from './request-index.js';
import { RequestRecords } from './request-records.js';

/** What the steps of the live auction read and write. */
export class LiveMarket {
  readonly records = new RequestRecords();
  readonly book: PlaceBook;
  readonly requests: RequestIndex;
  readonly candidates: CandidateLists;
  readonly epsilon: number;
  readonly keepBonus: number;

  constructor(
    readonly market: FlatMarket,
    public source: CandidateSource,
    { epsilon, keepBonus, placeCosts }: Pick<AssignmentSnapshot, 'epsilon' | 'keepBonus' | 'placeCosts'>,
  ) {
    this.epsilon = epsilon;
    this.keepBonus = keepBonus;
    this.book = new PlaceBook(this.records, placeCosts);
    this.candidates = new CandidateLists(this.records);
    this.requests = new RequestIndex(market);
    this.grow();
  }

  /** Follows the market's growth. */
  grow(): void {
    const { book, market, records, candidates } = this;
    const { prices } = book;
    records.grow(market.requestCount);
    candidates.grow(market.requestCount);
    book.grow(market.slotCount);
    if (book.prices !== prices) this.source.reprice(book.prices);
  }

  /** The score with what counts more for having been shown; −1 when the pair does not fit. */
  worth(request: number, slot: number): number {
    const score = this.market.score(request, slot);
    return score >= 0 && this.records.shownTo(request) === slot ? score + this.keepBonus : score;
  }

  /** Brings a slot's price into line with its bids and free places. */
  settlePrice(slot: number): void {
    const { prices } = this.book;
    const before = prices[slot]!;
    prices[slot] = this.book.asking(slot, this.market.capacity[slot]!);
    if (prices[slot] < before) this.source.lowered(slot);
  }
}
