import type { WindowBody } from '#libs/contracts';
import { addDays, endOfWorkOn, instantOf, lastMinuteOf, promisedMoment, toOffsetIso } from '#libs/facts';

/** Working days in which the school hears again after something fell through or it changed its wish. */
const answerAgainWorkingDays = 5;

interface Wished {
  readonly windows: readonly Pick<WindowBody, 'to'>[];
}

interface Dated extends Wished {
  readonly answerBy: string;
  readonly toldNotYet?: true;
}

interface Promised {
  readonly answerWorkingDays: number;
  /** The answer date of the round that takes it in, `YYYY-MM-DD`. */
  readonly roundAnswerBy?: string;
  /** Epoch ms. */
  readonly now: number;
}

/** By when the school hears, ISO 8601: never after the last day it wishes it for. */
export function answerDate(wish: Wished, { roundAnswerBy, answerWorkingDays, now }: Promised): string {
  return inTime(
    wish,
    roundAnswerBy ? endOfWorkOn(roundAnswerBy) : promisedMoment(now, answerWorkingDays),
    now,
  );
}

/** The same promise, as far as the days it wishes it for now allow. */
export const withinItsDays = <T extends Dated>(request: T, now: number): T => ({
  ...request,
  answerBy: inTime(request, Date.parse(request.answerBy), now),
});

/** It hears anew, by a later date when something changed late. */
export function withNewDate<T extends Dated>(request: T, now: number): T {
  const again = promisedMoment(now, answerAgainWorkingDays);
  const { toldNotYet: _, ...rest } = request;
  const answerBy = inTime(request, Math.max(Date.parse(request.answerBy), again), now);
  return { ...(rest as T), answerBy };
}

/** The end of the last day it was wished for, epoch ms. */
export const expiresAt = (wish: Wished): number => instantOf(addDays(lastDayOf(wish), 1), 0);

function inTime(wish: Wished, promised: number, now: number): string {
  const last = endOfWorkOn(lastDayOf(wish));
  const latest = last > now ? last : lastMinuteOf(lastDayOf(wish));
  // Of a wish whose days are over nothing is promised that was not before.
  return toOffsetIso(latest > now ? Math.min(promised, latest) : promised);
}

const lastDayOf = ({ windows }: Wished): string =>
  windows
    .map(({ to }) => to)
    .sort()
    .at(-1) as string;
