import { infinitePrice } from '../plan/bid-book.js';
import { grown } from './grown.js';

/** The slot of a request that waits, and of one that takes no part. */
export const waiting = -1;
export const absent = -2;

/** The floor of a request whose candidates nobody has looked for. */
export const unknownFloor = infinitePrice;

/**
 * What is known of each request. One of them lies in half a cache line: a price that falls has to look at all whom the slot
 * fits, and most of its time is waiting for memory.
 */
export class RequestRecords {
  private words = new Int32Array(0);

  /** Makes room for so many; new ones are absent. */
  grow(requests: number): void {
    const known = Math.floor(this.words.length / 8);
    if (requests <= known) return;
    this.words = grown(this.words, 8 * requests, 0);
    for (let request = known; 8 * request < this.words.length; request++) {
      this.setSlot(request, absent);
      this.setShown(request, -1);
      this.setFloor(request, unknownFloor);
    }
  }

  /** Its slot, `waiting` or `absent`. */
  slotOf(request: number): number {
    return this.words[8 * request]!;
  }

  /** What it bids for its place: ≥ the slot's price, and it stays there at any price below; 0 without a slot. */
  bidOf(request: number): number {
    return this.words[8 * request + 1]!;
  }

  /** What its slot is worth to it, with the keep bonus. */
  worthOf(request: number): number {
    return this.words[8 * request + 2]!;
  }

  /** The next request in the same slot, −1 none. */
  nextOf(request: number): number {
    return this.words[8 * request + 3]!;
  }

  /** The slot that was shown as its proposal, −1 none. */
  shownTo(request: number): number {
    return this.words[8 * request + 4]!;
  }

  /** No slot is worth more to it, less its price, than this, or it stands among its candidates. */
  floorOf(request: number): number {
    return this.words[8 * request + 5]!;
  }

  /** How many candidates it holds. */
  candidatesOf(request: number): number {
    return this.words[8 * request + 6]!;
  }

  setSlot(request: number, slot: number): void {
    this.words[8 * request] = slot;
  }

  setBid(request: number, bid: number): void {
    this.words[8 * request + 1] = bid;
  }

  setWorth(request: number, worth: number): void {
    this.words[8 * request + 2] = worth;
  }

  setNext(request: number, next: number): void {
    this.words[8 * request + 3] = next;
  }

  setShown(request: number, slot: number): void {
    this.words[8 * request + 4] = slot;
  }

  setFloor(request: number, floor: number): void {
    this.words[8 * request + 5] = floor;
  }

  setCandidates(request: number, count: number): void {
    this.words[8 * request + 6] = count;
  }

  /** One of the above of the first so many requests. */
  column(of: (request: number) => number, count: number): Int32Array {
    return Int32Array.from({ length: count }, (_, request) => of.call(this, request));
  }
}
