import type { SchoolCalendar, SchoolLocation } from '../api/schools.js';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

interface Hours {
  readonly weekday: (typeof weekdays)[number];
  readonly isOpen: boolean;
  readonly from: string;
  readonly to: string;
}

/** A school's calendar as it stands on the form. */
export interface CalendarWords {
  readonly holidays: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly studyDays: readonly string[];
  readonly hours: readonly Hours[];
  readonly lessonMinutes: number | '';
  readonly vogPolicy: NonNullable<SchoolCalendar['vogPolicy']>;
}

const usual = { from: '08:30', to: '15:00' };

export function calendarOf(calendar: SchoolLocation['calendar']): CalendarWords {
  const { holidays, studyDays, hours, lessonMinutes, vogPolicy } = calendar;
  return {
    holidays: holidays.map(({ name = '', from, to }) => ({ name, from, to })),
    studyDays: [...studyDays].sort(),
    hours: weekdays.map((weekday) => {
      const known = hours.find((each) => each.weekday === weekday);
      return {
        weekday,
        isOpen: known !== undefined,
        from: known?.from ?? usual.from,
        to: known?.to ?? usual.to,
      };
    }),
    lessonMinutes: lessonMinutes ?? '',
    vogPolicy,
  };
}

/** What is left empty is left out; without a single day open the hours are not known. */
export function bodyOf({
  holidays,
  studyDays,
  hours,
  lessonMinutes,
  vogPolicy,
}: CalendarWords): SchoolCalendar {
  return {
    holidays: holidays
      .filter(({ from, to }) => from || to)
      .map(({ name, from, to }) => ({ from, to: to || from, ...(name.trim() ? { name: name.trim() } : {}) })),
    studyDays: [...new Set(studyDays.filter(Boolean))],
    hours: hours.filter(({ isOpen }) => isOpen).map(({ weekday, from, to }) => ({ weekday, from, to })),
    ...(lessonMinutes === '' ? {} : { lessonMinutes }),
    vogPolicy,
  };
}
