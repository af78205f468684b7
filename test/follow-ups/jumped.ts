/** A clock that was set forward or back once makes things late; never early. */
export interface Jumped {
  /** Did that moment fall in what was passed over or came twice? */
  over(moment: number): boolean;
  /** Did it jump between that moment and now? */
  since(moment: number): boolean;
}

export const neverJumped: Jumped = { over: () => false, since: () => false };

const aWhile = 60 * 60_000;

export function jumpedOnce(at: number, by: number, now: () => number): Jumped {
  const [first, last] = [Math.min(at, at + by), Math.max(at, at + by)];
  return {
    over: (moment) => first - aWhile <= moment && moment <= last + aWhile,
    since: (moment) => moment <= last && now() >= first,
  };
}
