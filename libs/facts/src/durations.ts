// Source: ISO 8601-1, durations, as Temporal reads them.
import { Temporal } from 'temporal-polyfill';

/**
 * The moment (epoch ms) after an ISO 8601 duration in Dutch local time: `P1D` is the same time tomorrow, also across a
 * clock change. Null for anything that is not a duration, or does not lead forward.
 */
export function momentAfter(epochMs: number, duration: string): number | null {
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('Europe/Amsterdam');
    const later = start.add(Temporal.Duration.from(duration)).epochMilliseconds;
    return later > epochMs ? later : null;
  } catch {
    return null;
  }
}
