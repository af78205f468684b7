import { BoundHeap } from './bound-heap.js';
import { placeOfKindPlace } from './codes.js';
import { withLength } from './columns.js';
import type { PairScorer } from './pair-scorer.js';
import { RoughWish } from './rough-wish.js';
import type { TermBucket } from './term-bucket.js';
import type { TermGroups } from './term-groups.js';

/** Gathers the rows of terms that may fit a request: each once, those of preferred offers whatever their theme. */
export class TermCandidates {
  private readonly heap = new BoundHeap();
  private met = new Int32Array(0);
  private round = 0;
  private readonly wish: RoughWish;

  constructor(
    private readonly scorer: PairScorer,
    private readonly groups: TermGroups,
  ) {
    this.wish = new RoughWish(scorer);
  }

  /** For the request that the scorer has begun with: the rows, not yet in order, and the most that each can score. */
  gather(withoutOffers: ReadonlySet<number>): BoundHeap {
    const { data, request } = this.scorer;
    this.round++;
    this.heap.count = 0;
    this.met = withLength(this.met, data.termCount);
    for (let at = request.preferredOffers; at < request.preferredOrganisations; at++)
      this.takeAll(this.groups.offer(data.requestLists[at]!));
    this.wish.read();
    this.takeUnder(-1);
    if (request.themes === request.groups) {
      for (let root = 0; root < data.themes.rootCount; root++) this.takeUnder(root);
    }
    for (let at = request.themes; at < request.groups; at++) {
      const root = this.rootAt(at);
      let isNew = true;
      for (let before = request.themes; before < at; before++) isNew &&= this.rootAt(before) !== root;
      if (isNew) this.takeUnder(root);
    }
    if (withoutOffers.size > 0) this.leaveOut(withoutOffers);
    return this.heap;
  }

  private rootAt(at: number): number {
    const { themes, requestLists } = this.scorer.data;
    return themes.root[requestLists[at]!]!;
  }

  private takeUnder(root: number): void {
    const { requests } = this.scorer.data;
    for (let bits = requests.kindPlaces[this.scorer.request.row]!; bits !== 0; bits &= bits - 1) {
      const kindPlace = 31 - Math.clz32(bits & -bits);
      const bucket = this.groups.bucket(root, kindPlace);
      if (bucket.count === 0) continue;
      this.wish.lookAt(placeOfKindPlace(kindPlace));
      this.takePassing(bucket);
    }
  }

  private takePassing(bucket: TermBucket): void {
    const { heap, met, round } = this;
    heap.makeRoom(heap.count + bucket.count);
    const { rows, bounds } = heap;
    const end = bucket.pass(this.wish, rows, bounds, heap.count);
    for (let at = heap.count; at < end; at++) {
      const terms = rows[at]!;
      if (met[terms] === round) continue;
      met[terms] = round;
      rows[heap.count] = terms;
      bounds[heap.count++] = bounds[at]!;
    }
  }

  private takeAll(bucket: TermBucket): void {
    const { heap } = this;
    heap.makeRoom(heap.count + bucket.count);
    for (const terms of bucket.rows()) {
      this.met[terms] = this.round;
      heap.rows[heap.count] = terms;
      heap.bounds[heap.count++] = Infinity;
    }
  }

  private leaveOut(offers: ReadonlySet<number>): void {
    const { heap } = this;
    const { offer } = this.scorer.data.terms;
    const end = heap.count;
    heap.count = 0;
    for (let at = 0; at < end; at++) {
      if (offers.has(offer[heap.rows[at]!]!)) continue;
      heap.rows[heap.count] = heap.rows[at]!;
      heap.bounds[heap.count++] = heap.bounds[at]!;
    }
  }
}
