import { ContactChanged, event } from '#libs/contracts';
import type { Answerer } from './answerer.js';
import { calmed, contactGone } from './attention.js';
import { line, refuseState } from './life.js';
import { snapshotOf, step, type Made, type Match } from './match.js';

/** Another person receives the guest, or comes: told, not asked. @throws as `refuseState` */
export function changeContact(match: Match, contactId: string, by: Answerer): Made | null {
  if (!['option', 'asked', 'confirmed'].includes(match.state)) refuseState(match);
  const isNow =
    by.side === 'school' ? match.askers.at(-1) === contactId : match.partnerContactId === contactId;
  if (isNow) return null;
  const changed =
    by.side === 'school'
      ? { askers: [...match.askers.filter((id) => id !== contactId), contactId] }
      : { partnerContactId: contactId };
  // Whose entry goes from a calendar, and whose comes, is later than what is there.
  const calendarSequence = match.calendarSequence + (match.state === 'confirmed' ? 1 : 0);
  const state = step(match, { ...changed, calendarSequence }, line(by, 'contact-changed', { side: by.side }));
  const told = event(ContactChanged, { match: snapshotOf(state), side: by.side, contactId });
  return { state: calmed(state, (reason) => reason === contactGone), events: [told] };
}
