import type { EquityView } from '../scoring/answers.js';
import { scoreUnits } from '../search/flat-market.js';
import type { MarketData } from './market-data.js';
import { PreparedRequest } from './prepared-request.js';
import { TermJudge } from './term-judge.js';

/**
 * Fit and score of pairs over the flat arrays: the scorer's own answers, to the last bit. Asking all about one request
 * before the next is what makes it fast. An object belongs to one thread, the arrays below it may be shared.
 */
export class PairScorer {
  readonly request: PreparedRequest;
  readonly terms: TermJudge;

  constructor(
    readonly data: MarketData,
    view: EquityView,
  ) {
    this.request = new PreparedRequest(data, view);
    this.terms = new TermJudge(data, this.request);
  }

  /** To be called before the first question about a request, on a day, since anything changed. */
  begin(request: number, today: number): void {
    this.request.prepare(request);
    this.terms.begin(today);
  }

  /** Score × 10,000 of the request begun with, rounded; −1 where a hard condition fails. */
  score(slot: number): number {
    const terms = this.data.slots.terms[slot]!;
    if (!this.isOpen(slot) || !this.terms.fits(terms) || !this.slotFits(slot, this.terms.needed[terms]!))
      return -1;
    return this.weigh(terms, this.request.days.value);
  }

  isOpen(slot: number): boolean {
    const { slots } = this.data;
    return slots.blocked[slot] === 0 && slots.lastAskDay[slot]! >= this.terms.today;
  }

  /** Whether an open slot has room for so many groups and time on a day that suits; leaves its day looked up. */
  slotFits(slot: number, groups: number): boolean {
    const { slots } = this.data;
    if (groups > slots.capacity[slot]!) return false;
    const { days } = this.request;
    days.lookUp(slots.day[slot]!);
    if (days.kind === 0) return false;
    const minutes = days.longest(slots.startMinute[slot]!, slots.endMinute[slot]!);
    return slots.minutesNeeded[slot]! <= minutes;
  }

  /** Score × 10,000, rounded, of terms that fit on a day of this value. */
  weigh(terms: number, time: number): number {
    this.terms.weigh(terms);
    const { shares, row } = this.request;
    const { terms: columns, requests } = this.data;
    // As in the judge: the scorer's additions in the scorer's order.
    const score =
      this.terms.first[terms]! +
      time * shares[3]! +
      requests.equity[row]! * shares[4]! +
      this.terms.priority[terms]! +
      columns.load[terms]! * shares[6]! +
      columns.rating[terms]! * shares[7]! +
      this.terms.repeat[terms]!;
    return Math.round(score * scoreUnits);
  }
}
