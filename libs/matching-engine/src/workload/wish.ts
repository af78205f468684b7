import { recordWords, type WorkloadLayout } from './workload-layout.js';
import { leavesPerBranch, leavesPerRoot } from './workload.js';

/** The request that was read last, worked out for scoring slot after slot. */
export class Wish {
  request = -1;
  x = 0;
  y = 0;
  radius = 0;
  equity = 0;
  theme = 0;
  branch = 0;
  root = 0;
  d0 = 0;
  d1 = 0;
  middleDay = 0;
  timeScale = 1;
  group = 0;
  masks = 0;
  private readonly words: Int32Array;
  private readonly floats: Float32Array;

  constructor({ requests }: WorkloadLayout) {
    this.words = new Int32Array(requests);
    this.floats = new Float32Array(requests);
  }

  /** Requests do not change, so one that was read last is not read again. */
  read(request: number): void {
    if (request === this.request) return;
    const { words, floats } = this;
    const at = request * recordWords;
    this.request = request;
    this.x = floats[at]!;
    this.y = floats[at + 1]!;
    this.radius = floats[at + 2]!;
    this.equity = floats[at + 3]!;
    this.theme = words[at + 4]! >>> 16;
    this.branch = Math.floor(this.theme / leavesPerBranch);
    this.root = Math.floor(this.theme / leavesPerRoot);
    this.d0 = words[at + 4]! & 0xffff;
    this.d1 = words[at + 5]! >>> 16;
    this.middleDay = (this.d0 + this.d1) / 2;
    this.timeScale = (this.d1 - this.d0) / 2 + 1;
    this.group = words[at + 5]! & 0xff;
    this.masks = words[at + 6]!;
  }
}
