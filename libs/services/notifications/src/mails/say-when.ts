import type { MatchSession } from '#libs/contracts';
import { localDateOf, sayDay, saySpan, type Lang } from '#libs/facts';
import type { Appointment, MatchView } from '../owners/views.js';
import { listed, wordsIn } from './say.js';
import { sayPupils, type Planned } from './say-groups.js';

interface Moment {
  readonly start: number;
  readonly end: number;
  readonly sessions: readonly MatchSession[];
}

/** In order of time; sessions that share a time, because it is still the slot's, are one. */
export function momentsOf(sessions: readonly MatchSession[]): Moment[] {
  const moments = new Map<string, Moment>();
  for (const session of sessions) {
    const [start, end] = [Date.parse(session.start), Date.parse(session.end)];
    const key = `${start} ${end}`;
    moments.set(key, { start, end, sessions: [...(moments.get(key)?.sessions ?? []), session] });
  }
  return [...moments.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

export function startOf(sessions: readonly MatchSession[]): number {
  return Math.min(...sessions.map(({ start }) => Date.parse(start)));
}

/** The first start of each of its days, epoch ms, in order. */
export function startsOfDays(sessions: readonly MatchSession[]): number[] {
  const byDay = new Map<string, number>();
  for (const { start } of momentsOf(sessions)) {
    const day = localDateOf(start);
    if (!byDay.has(day)) byDay.set(day, start);
  }
  return [...byDay.values()];
}

/** Those of the day of that moment, ISO 8601. */
export function onDayOf(sessions: readonly MatchSession[], moment: string): readonly MatchSession[] {
  const day = localDateOf(Date.parse(moment));
  return sessions.filter(({ start }) => localDateOf(Date.parse(start)) === day);
}

/** "di 12 jan, 9.00–10.30 uur" from the first start to the last end of a day; several days by name alone. */
export function sayTime(sessions: readonly MatchSession[], lang: Lang, today?: string): string {
  const moments = momentsOf(sessions);
  const days = [...new Set(moments.map(({ start }) => localDateOf(start)))];
  if (days.length > 1)
    return listed(
      days.map((day) => sayDay(day, lang, today)),
      lang,
    );
  return saySpan(startOf(sessions), Math.max(...moments.map(({ end }) => end)), lang, today);
}

/** The same with every session on a line of its own, and its groups, when there are several. */
export function saySessions(planned: Planned, lang: Lang, today?: string): string {
  const moments = momentsOf(planned.sessions);
  if (moments.length === 1) return sayTime(planned.sessions, lang, today);
  return moments
    .map(({ start, end, sessions }) => {
      const groups = sayPupils({ sessions, groups: planned.groups }, lang);
      return `${saySpan(start, end, lang, today)}: ${groups}`;
    })
    .join('\n');
}

/** Minutes that it takes within a moment: all lessons of one group, or one lesson for each of several sessions. */
function minutesIn({ sessions }: Moment, { minutes, lessonMinutes }: MatchView): number {
  return sessions.length > 1 ? lessonMinutes * sessions.length : minutes;
}

/** Is the exact time still to be named? A firm slot, or one exactly as long as the activity, is its own time. */
export function asksForTime({ match }: Pick<Appointment, 'match'>): boolean {
  if (match.exact || match.promise !== 'by-appointment') return false;
  return momentsOf(match.sessions).some(
    (moment) => moment.end - moment.start > minutesIn(moment, match) * 60_000,
  );
}

/** As `saySessions`; until the time is exact also how long it takes within the slot. */
export function sayWhen(appointment: Appointment, lang: Lang, today?: string): string {
  const { match } = appointment;
  const said = saySessions(match, lang, today);
  if (!asksForTime(appointment)) return said;
  const words = wordsIn(lang);
  const moments = momentsOf(match.sessions);
  const minutes = minutesIn(moments[0] as Moment, match);
  return moments.length === 1
    ? words(
        `${said}: ${minutes} minuten in deze tijd, het precieze begin spreken jullie af`,
        `${said}: ${minutes} minutes within this time, the exact start is up to you both`,
      )
    : words(
        `${said}\n${match.lessonMinutes} minuten per keer, het precieze begin spreken jullie af`,
        `${said}\n${match.lessonMinutes} minutes each time, the exact start is up to you both`,
      );
}
