import type { Side } from '#libs/contracts';
import {
  addDays,
  instantOf,
  localDateOf,
  momentAfter,
  workingDaysBefore,
  type IsFree,
  type LocalDate,
} from '#libs/facts';
import type { Planned } from './follow-up.js';
import { workingMorning } from './when-to-send.js';

/** Which days each side has off, on its own calendar; weekends apart. */
export type Calendars = Readonly<Record<Side, IsFree>>;

const both = ['school', 'partner'] as const;
const hour = 60;
const dayMs = 86_400_000;
/** Days between agreeing and the check after which people forget. */
const longAgoMs = 28 * dayMs;
const remindAgainDays = 5;
const thankAnywayDays = 14;

/**
 * Of an appointment that both agreed to at `agreedAt`: a check when that is long ago by then, a reminder the day before each of
 * its days. `starts` are those of its days, in order.
 */
export function whenConfirmed(starts: readonly number[], agreedAt: number, calendars: Calendars): Planned[] {
  return both.flatMap((side) =>
    starts.flatMap((start, i): Planned[] => {
      const { check, reminder } = daysBefore(localDateOf(start), calendars[side]);
      const day = i > 0 ? { day: { nth: i + 1, start } } : {};
      return [
        ...(i === 0 && check - agreedAt > longAgoMs ? [{ kind: 'check', side, at: check } as const] : []),
        ...(reminder > agreedAt ? [{ kind: 'reminder', side, at: reminder, ...day } as const] : []),
      ];
    }),
  );
}

function daysBefore(day: LocalDate, isFree: IsFree) {
  return {
    check: instantOf(workingDaysBefore(day, 5, { isFree }), 8 * hour),
    reminder: instantOf(workingDaysBefore(day, 1, { isFree }), 16 * hour),
  };
}

/**
 * Of an activity that took place: what each side is asked on its next morning and once more five days later, the
 * partner's thanks when the school has said nothing for two weeks, and "again?" ten months later.
 */
export function whenHeld(end: number, now: number, calendars: Calendars): Planned[] {
  const from = Math.max(end, now);
  const asks = both.flatMap((side): Planned[] => {
    const at = nextMorning(from, calendars[side]);
    const again = nextMorning(at + (remindAgainDays - 1) * dayMs, calendars[side]);
    return [
      { kind: 'figures', side, at },
      { kind: 'figures-again', side, at: again },
    ];
  });
  return [
    ...asks,
    { kind: 'thank-you', side: 'partner', at: workingMorning(from + thankAnywayDays * dayMs) },
    { kind: 'again', side: 'school', at: workingMorning(Math.max(from, momentAfter(end, 'P10M') ?? end)) },
  ];
}

/** Of an option that lapses then: a word on the working day before. */
export function whenOptioned(lapses: number, now: number, { school }: Calendars): Planned[] {
  const at = instantOf(workingDaysBefore(localDateOf(lapses), 1, { isFree: school }), 8 * hour);
  return at > now ? [{ kind: 'option-lapses', side: 'school', at }] : [];
}

/** Eight in the morning of the first day after `from` that is no day off. */
function nextMorning(from: number, isFree: IsFree): number {
  let at = workingMorning(instantOf(addDays(localDateOf(from), 1), 0));
  // Long holidays end: a calendar is never free for a whole year.
  for (let tries = 0; tries < 366 && isFree(localDateOf(at)); tries += 1)
    at = workingMorning(instantOf(addDays(localDateOf(at), 1), 0));
  return at;
}
