/** Sets that are joined step by step; each goes by its lowest member. Union–find with path halving. */
export class Parts {
  private readonly parents: Int32Array;

  constructor(members: number) {
    this.parents = new Int32Array(members).map((_, member) => member);
  }

  of(member: number): number {
    const { parents } = this;
    let at = member;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  join(one: number, other: number): void {
    const [first, second] = [this.of(one), this.of(other)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }
}
