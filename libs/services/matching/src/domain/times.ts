import { atField, type MatchSession } from '#libs/contracts';
import { parseOffsetIso, toOffsetIso } from '#libs/facts';
import { refuse } from './match.errors.js';
import { startOf, type AllowedSpan, type Match, type Span } from './match.js';

/** How somebody names a time: one start for lessons in a row in one slot, or a time for each session. */
export interface NamedTime {
  readonly start?: string;
  readonly end?: string;
  readonly sessions?: readonly { readonly id: string; readonly start: string; readonly end?: string }[];
}

/** What a named time is checked against. */
export interface Timing {
  readonly sessions: readonly MatchSession[];
  readonly allowed: readonly AllowedSpan[];
  readonly minutes: number;
  readonly lessonMinutes: number;
}

/** Sessions of one slot that follow each other: groups that one guest meets in one morning. */
function rows(sessions: readonly MatchSession[]): MatchSession[][] {
  const bySlot = new Map<string, MatchSession[]>();
  for (const session of sessions) {
    const key = session.slotId ?? (sessions.every(({ slotId }) => !slotId) ? '' : session.id);
    bySlot.set(key, [...(bySlot.get(key) ?? []), session]);
  }
  return [...bySlot.values()];
}

/** Whether each session has a time of its own already: lessons of a slot one after the other. */
function laidOut(row: readonly MatchSession[], from: number, until: number, timing: Timing): MatchSession[] {
  return row.map((session, i) => {
    const start = from + i * timing.lessonMinutes * 60_000;
    const end = i === row.length - 1 ? until : start + timing.lessonMinutes * 60_000;
    return { ...session, start: toOffsetIso(start), end: toOffsetIso(end) };
  });
}

const lengthOf = (row: readonly MatchSession[], { minutes, lessonMinutes }: Timing): number =>
  row.length > 1 ? row.length * lessonMinutes : minutes;

/**
 * The sessions at the time that somebody named, checked; undefined when none was named.
 * @throws matches.time-needed, matches.time-outside, matches.session-unknown, matches.too-long, matches.sessions-overlap
 */
export function sessionsAt(timing: Timing, named: NamedTime): MatchSession[] | undefined {
  if (named.sessions && named.sessions.length > 0) return eachAt(timing, named.sessions);
  if (named.start == null) {
    if (named.end != null)
      throw refuse('matches.time-needed', atField('start', 'required', 'is required with end'));
    return undefined;
  }
  const all = rows(timing.sessions);
  const [row] = all;
  if (!row || all.length > 1) {
    throw refuse(
      'matches.time-needed',
      atField('sessions', 'each', 'several slots are taken: name a start for each session'),
    );
  }
  return rowAt(timing, row, named.start, named.end, 'start', 'end');
}

function eachAt(timing: Timing, named: NonNullable<NamedTime['sessions']>): MatchSession[] {
  named.forEach(({ id }, i) => {
    if (!timing.sessions.some((session) => session.id === id))
      throw refuse(
        'matches.session-unknown',
        atField(`sessions[${i}].id`, 'known', `there is no session ${id}`),
      );
  });
  const sessions = timing.sessions.flatMap((session) => {
    const i = named.findIndex(({ id }) => id === session.id);
    const time = named[i];
    if (!time)
      throw refuse('matches.time-needed', atField('sessions', 'each', `session ${session.id} is missing`));
    return rowAt(timing, [session], time.start, time.end, `sessions[${i}].start`, `sessions[${i}].end`);
  });
  mustFollowEachOther(sessions, ({ id }) => `sessions[${named.findIndex((one) => one.id === id)}].start`);
  return sessions;
}

/** Milliseconds a session lasts at most. */
const longest = 24 * 60 * 60_000;

/** @throws matches.too-long */
export function mustEndInTime(start: number, end: number, path: string): void {
  if (end - start > longest)
    throw refuse('matches.too-long', atField(path, 'max', 'is more than a day after the start'));
}

/** A group, and the guest of a slot, is in one session at a time. @throws matches.sessions-overlap */
export function mustFollowEachOther(
  sessions: readonly MatchSession[],
  pathOf: (session: MatchSession, index: number) => string,
): void {
  sessions.forEach((session, i) => {
    const other = sessions.slice(0, i).find((earlier) => meet(earlier, session));
    if (other)
      throw refuse(
        'matches.sessions-overlap',
        atField(pathOf(session, i), 'overlap', 'lies within another session of the same group or slot'),
      );
  });
}

function meet(a: MatchSession, b: MatchSession): boolean {
  const inOneSlot = a.slotId !== undefined && a.slotId === b.slotId;
  const ofOneGroup = a.groups.some(({ groupId }) => b.groups.some((group) => group.groupId === groupId));
  return (
    (inOneSlot || ofOneGroup) &&
    Date.parse(a.start) < Date.parse(b.end) &&
    Date.parse(b.start) < Date.parse(a.end)
  );
}

function rowAt(
  timing: Timing,
  row: readonly MatchSession[],
  from: string,
  to: string | null | undefined,
  startPath: string,
  endPath: string,
): MatchSession[] {
  const minutes = lengthOf(row, timing);
  const start = parseOffsetIso(from);
  const until = to == null ? (start ?? 0) + minutes * 60_000 : parseOffsetIso(to);
  const outside = (path: string, code: string, message: string) =>
    refuse('matches.time-outside', atField(path, code, message));
  if (start === null || until === null) throw outside(startPath, 'moment', 'is not a moment that exists');
  if (until <= start) throw outside(endPath, 'after-start', 'lies before the start');
  if (until - start < minutes * 60_000)
    throw outside(endPath, 'duration', `the activity takes ${minutes} minutes`);
  mustEndInTime(start, until, endPath);
  const slotId = row[0]?.slotId;
  const allowed = timing.allowed.filter((span) => span.slotId === undefined || span.slotId === slotId);
  if (!allowed.some((span) => Date.parse(span.start) <= start && until <= Date.parse(span.end)))
    throw refuse('matches.time-outside', {
      ...atField(startPath, 'window', 'lies outside what slot and wish allow'),
      facts: { allowed },
    });
  return laidOut(row, start, until, timing);
}

/** A firm slot, or one that is exactly as long as the activity, is its own time; null when a time must be named. */
export function impliedSessions(match: Timing & Pick<Match, 'promise'>): MatchSession[] | null {
  const implied = rows(match.sessions).map((row) => {
    const [first] = row as [MatchSession];
    const start = Date.parse(first.start);
    const end = Date.parse(first.end);
    const exactly = end - start === lengthOf(row, match) * 60_000;
    if (match.promise !== 'firm' && !exactly) return null;
    return row.length > 1 ? laidOut(row, start, start + lengthOf(row, match) * 60_000, match) : row;
  });
  return implied.every((row) => row !== null) ? implied.flat() : null;
}

export const sameTimes = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length &&
  a.every((span, i) => {
    const other = b[i] as Span;
    return (
      Date.parse(span.start) === Date.parse(other.start) && Date.parse(span.end) === Date.parse(other.end)
    );
  });

/** Nobody agrees on a time that has begun. @throws matches.time-outside */
export function mustLieAhead(planned: { readonly sessions: readonly MatchSession[] }, now: number): void {
  if (startOf(planned) <= now)
    throw refuse('matches.time-outside', atField('start', 'in-future', 'lies in the past'));
}
