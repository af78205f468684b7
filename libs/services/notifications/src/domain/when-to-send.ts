import {
  addDays,
  instantOf,
  isPublicHoliday,
  isWorkingDay,
  localDateOf,
  localMinuteOf,
  weekdayOf,
  workingDaysAfter,
} from '#libs/facts';
import type { MailRhythm } from '#libs/contracts';

const morning = 8 * 60;
/** Minutes of the day at which digests go. */
const digest = 16 * 60 + 30;
const firstMinute = 7 * 60;
const lastMinute = 21 * 60;

const working = { isFree: isPublicHoliday };

/** Nobody gets a mail that can wait between 21:00 and 07:00, or on a Sunday. Local time. */
export function isQuietTime(moment: number): boolean {
  const minute = localMinuteOf(moment);
  return minute < firstMinute || minute >= lastMinute || weekdayOf(localDateOf(moment)) === 'sun';
}

/** The first moment from `from` on at which a mail that can wait may go at all. Epoch ms. */
export function afterTheQuiet(from: number): number {
  if (!isQuietTime(from)) return from;
  let day = localDateOf(from);
  if (localMinuteOf(from) >= firstMinute) day = addDays(day, 1);
  if (weekdayOf(day) === 'sun') day = addDays(day, 1);
  return instantOf(day, firstMinute);
}

/** The first working morning from `from` on, epoch ms. */
export const workingMorning = (from: number): number => firstAt(from, morning);

/**
 * When something that can wait goes to somebody: on the next working morning, or with the person's digest (each working
 * day at half past four, or each Friday). When that would be after `latest`, in the morning after all, or at once.
 */
export function quietMoment(from: number, rhythm: MailRhythm, latest = Infinity): number {
  const moment = inRhythm(from, rhythm);
  if (moment <= latest) return moment;
  const early = workingMorning(from);
  return early <= latest ? early : afterTheQuiet(from);
}

function inRhythm(from: number, rhythm: MailRhythm): number {
  switch (rhythm) {
    case 'each':
      return workingMorning(from);
    case 'daily':
      return firstAt(from, digest);
    case 'weekly':
      return firstAt(fridayFrom(from), digest);
  }
}

/** The start of the first Friday whose digest is not past, or `from` itself on that Friday. */
function fridayFrom(from: number): number {
  let day = localDateOf(from);
  if (weekdayOf(day) === 'fri' && localMinuteOf(from) <= digest) return from;
  do day = addDays(day, 1);
  while (weekdayOf(day) !== 'fri');
  return instantOf(day, 0);
}

function firstAt(from: number, minute: number): number {
  const today = localDateOf(from);
  if (isWorkingDay(today) && from <= instantOf(today, minute)) return instantOf(today, minute);
  return instantOf(workingDaysAfter(today, 1, working), minute);
}
