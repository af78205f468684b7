/** How long an approval can be undone in silence: its questions wait as long. */
export class Undo {
  constructor(readonly milliseconds: number) {}
}
