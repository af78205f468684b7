import { grown } from './grown.js';
import { type LiveMarket } from './live-market.js';
import { absent } from './request-records.js';

/** Pairs kept over all slots, at most: 256 MB. */
const mostPairs = 2 ** 25;

/** Some may take no part any more. */
export interface Askers {
  /** Request and score of each pair, by falling score. */
  pairs: Int32Array<ArrayBuffer>;
  count: number;
  /** How many requests had been added when it was last brought up to date. */
  additions: number;
}

/** Which requests fit a slot, and how well: found once, then kept in step with the requests that come. */
export class SlotAskers {
  private lists: (Askers | undefined)[] = [];
  private kept = 0;
  private marks = new Int32Array(0);
  private mark = 0;
  private keys = new Float64Array(1024);

  constructor(private readonly live: LiveMarket) {}

  /** Every request that takes part and fits the slot, once. Overwritten by the next call for this slot. */
  of(slot: number): Askers {
    const { requests } = this.live;
    let askers = this.lists[slot];
    const recent = askers ? requests.findRecent(slot, askers.additions) : -1;
    if (askers === undefined || recent < 0) askers = this.find(slot, askers);
    else if (recent > 0) this.insert(askers, slot, recent);
    askers.additions = requests.additions;
    return askers;
  }

  private find(slot: number, before: Askers | undefined): Askers {
    const { market, requests, records } = this.live;
    if (this.marks.length < market.requestCount) this.marks = grown(this.marks, market.requestCount, 0);
    const mark = ++this.mark;
    const found = requests.find(slot);
    if (this.keys.length < found) this.keys = new Float64Array(2 * found);
    let count = 0;
    for (let at = 0; at < found; at++) {
      const request = requests.found.numbers[at]!;
      if (this.marks[request] === mark || records.slotOf(request) === absent) continue;
      this.marks[request] = mark;
      const score = market.score(request, slot);
      if (score >= 0) this.keys[count++] = request - score * keyUnit;
    }
    const askers = { pairs: new Int32Array(2 * count + room), count, additions: 0 };
    this.keys.subarray(0, count).sort();
    for (let at = 0; at < count; at++) {
      const score = Math.ceil(-this.keys[at]! / keyUnit);
      askers.pairs[2 * at] = this.keys[at]! + score * keyUnit;
      askers.pairs[2 * at + 1] = score;
    }
    this.keep(slot, askers, count - (before?.count ?? 0));
    return askers;
  }

  /** Adds those whom the index found among the latest additions. */
  private insert(askers: Askers, slot: number, found: number): void {
    const { market, requests, records } = this.live;
    for (let next = 0; next < found; next++) {
      const request = requests.found.numbers[next]!;
      const score = records.slotOf(request) === absent ? -1 : market.score(request, slot);
      if (score < 0 || holds(askers, request)) continue;
      const end = 2 * askers.count++;
      if (end === askers.pairs.length) askers.pairs = grown(askers.pairs, end + room, 0);
      const { pairs } = askers;
      let at = end;
      for (; at > 0 && pairs[at - 1]! < score; at -= 2) {
        pairs[at] = pairs[at - 2]!;
        pairs[at + 1] = pairs[at - 1]!;
      }
      pairs[at] = request;
      pairs[at + 1] = score;
    }
  }

  private keep(slot: number, askers: Askers, more: number): void {
    this.kept += more;
    if (this.kept > mostPairs) {
      this.lists = [];
      this.kept = askers.count;
    }
    this.lists[slot] = askers;
  }
}

/** It may have gone and come back since the list was made. */
function holds({ pairs, count }: Askers, request: number): boolean {
  for (let at = 0; at < 2 * count; at += 2) if (pairs[at] === request) return true;
  return false;
}

/** More than there are requests: score and request make one number that sorts. */
const keyUnit = 2 ** 28;
const room = 8;
