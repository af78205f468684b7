/** All times in epoch ms of the machine's own clock: sessions do not follow the demo's. */
export interface Session {
  readonly personId: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly idleUntil: number;
  readonly absoluteUntil: number;
  /** Until when the second factor counts as fresh. */
  readonly stepUpUntil: number | null;
  /** What it runs on, such as `Firefox, Windows`. */
  readonly label: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A working day, with the evening in which the planning is done. */
const idleMs = 10 * hour;
const longest = 30 * day;
const longestOfOperator = 12 * hour;
const stepUpMs = 15 * minute;
/** Writing down each request would make a write of every read. */
const seenAgainAfter = 5 * minute;

export function openSession(opened: {
  readonly personId: string;
  readonly operator: boolean;
  readonly label: string;
  readonly now: number;
}): Session {
  const { personId, operator, label, now } = opened;
  return {
    personId,
    createdAt: now,
    lastSeenAt: now,
    idleUntil: now + idleMs,
    absoluteUntil: now + (operator ? longestOfOperator : longest),
    stepUpUntil: null,
    label,
  };
}

export function endsAt({ idleUntil, absoluteUntil }: Session): number {
  return Math.min(idleUntil, absoluteUntil);
}

/** Undefined when it was noted a moment ago. */
export function seen(session: Session, now: number): Partial<Session> | undefined {
  return now - session.lastSeenAt < seenAgainAfter ? undefined : { lastSeenAt: now, idleUntil: now + idleMs };
}

export function steppedUp(now: number): { readonly stepUpUntil: number } {
  return { stepUpUntil: now + stepUpMs };
}

const browsers = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const systems = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const;

/** What a person recognises of their own devices; nothing that tells two people apart. */
export function deviceOf(userAgent: string): string {
  const named = (list: readonly (readonly [RegExp, string])[]) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(', ') || '?';
}
