import { FlatMarket, scoreUnits, type RequestAxes, type SlotAxes } from '../search/flat-market.js';
import { Wish } from './wish.js';
import { recordWords, type WorkloadLayout } from './workload-layout.js';
import { WorkloadScanner } from './workload-scanner.js';
import { leavesPerBranch, leavesPerRoot } from './workload.js';

/** Added to a word of masks, each byte that is not 0 carries into the spare bit above it. */
const fieldOnes = 0xff | (0xff << 9) | (0xff << 18);
const carries = (1 << 8) | (1 << 17) | (1 << 26);
const partnerTravels = 1;
const schoolTravels = 2;
const online = 4;

/** A workload as a market: the scores are those of `workloadScore`. */
export class WorkloadMarket extends FlatMarket {
  readonly capacity: Int32Array;
  private readonly words: Int32Array;
  private readonly floats: Float32Array;
  private readonly wish: Wish;

  constructor(private readonly layout: WorkloadLayout) {
    super();
    this.capacity = layout.capacity;
    this.words = new Int32Array(layout.slots);
    this.floats = new Float32Array(layout.slots);
    this.wish = new Wish(layout);
  }

  get requestCount(): number {
    return this.layout.counts[1]!;
  }

  get slotCount(): number {
    return this.layout.counts[0]!;
  }

  score(request: number, slot: number): number {
    const { words, floats, wish } = this;
    wish.read(request);
    const at = slot * recordWords;
    const masks = words[at + 7]! & wish.masks;
    if (((masks + fieldOnes) & carries) !== carries || this.capacity[slot]! < 1) return -1;
    const day = words[at + 6]! >> 8;
    const maxGroup = words[at + 6]! & 0xff;
    if (day < wish.d0 || day > wish.d1 || wish.group > maxGroup) return -1;
    const similarity = this.similarity(words[at + 4]!);
    if (similarity === 0) return -1;
    let nearness = 0.5;
    if ((masks & online) === 0) {
      const dx = floats[at]! - wish.x;
      const dy = floats[at + 1]! - wish.y;
      const distance = Math.sqrt(dx * dx + dy * dy);
      const limit = (masks & partnerTravels) !== 0 ? floats[at + 2]! : wish.radius;
      if (distance > limit) return -1;
      nearness = limit === 0 ? 1 : 1 - distance / limit;
    }
    const { weights } = this.layout;
    const sum =
      weights.theme * similarity +
      weights.distance * nearness +
      weights.schedule * (1 - Math.abs(day - wish.middleDay) / wish.timeScale) +
      weights.group * (maxGroup === 0 ? 0 : wish.group / maxGroup) +
      weights.load * (1 - 10 * floats[at + 3]!) +
      wish.equity;
    return Math.max(0, Math.round(scoreUnits * sum));
  }

  override scanner(slots: Int32Array): WorkloadScanner {
    return new WorkloadScanner(this.layout, this.wish, slots);
  }

  slotAxes(slot: number, into: SlotAxes): void {
    const { words, floats } = this;
    const at = slot * recordWords;
    const theme = words[at + 4]! >>> 16;
    const mode = words[at + 7]! & 0xff;
    into.x = floats[at]!;
    into.y = floats[at + 1]!;
    into.online = mode === online;
    into.day = words[at + 6]! >> 8;
    into.reach = into.limit = mode === partnerTravels ? floats[at + 2]! : -1;
    into.ceiling = scoreUnits * (this.layout.weights.load * (1 - 10 * floats[at + 3]!));
    into.themeCount = 1;
    into.roots[0] = Math.floor(theme / leavesPerRoot);
    into.leaves[0] = theme % leavesPerRoot;
  }

  requestAxes(request: number, into: RequestAxes): void {
    const { wish } = this;
    const { weights } = this.layout;
    wish.read(request);
    into.x = wish.x;
    into.y = wish.y;
    into.reach = into.limit = (wish.masks & schoolTravels) !== 0 ? wish.radius : -1;
    into.slotsTravel = (wish.masks & partnerTravels) !== 0;
    into.online = (wish.masks & online) !== 0;
    into.firstDay = wish.d0;
    into.lastDay = wish.d1;
    into.base = scoreUnits * (weights.group + wish.equity);
    into.distanceWorth = scoreUnits * weights.distance;
    into.onlineWorth = (scoreUnits * weights.distance) / 2;
    into.timeWorth = scoreUnits * weights.schedule;
    into.middleDay = wish.middleDay;
    into.timeScale = wish.timeScale;
    into.tierCount = 3;
    into.tierRoots[0] = into.tierRoots[1] = into.tierRoots[2] = wish.root;
    into.tierLeaves[0] = 1 << (wish.theme % leavesPerRoot);
    into.tierLeaves[1] = 0x1f << ((wish.branch * leavesPerBranch) % leavesPerRoot);
    into.tierLeaves[2] = 0x3fff_ffff;
    into.tierWorths[0] = scoreUnits * weights.theme;
    into.tierWorths[1] = scoreUnits * weights.theme * 0.7;
    into.tierWorths[2] = scoreUnits * weights.theme * 0.35;
    into.extrasFrom = into.extrasTo = 0;
  }

  /** `themeSimilarity`, from a word that holds the slot's leaf and branch. */
  private similarity(leafAndBranch: number): number {
    const { theme, branch, root } = this.wish;
    if (leafAndBranch >>> 16 === theme) return 1;
    if ((leafAndBranch & 0xffff) === branch) return 0.7;
    return Math.floor((leafAndBranch >>> 16) / leavesPerRoot) === root ? 0.35 : 0;
  }
}
