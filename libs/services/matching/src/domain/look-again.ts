import { callFor, calmed } from './attention.js';
import { end, type By } from './life.js';
import type { Made, Match } from './match.js';

const noLongerFits = 'no-longer-fits';

/** The school needs it no longer: a match that is not confirmed ends; a confirmed one gets a person's attention. */
export function whenRequestWithdrawn(match: Match, by: By): Made | null {
  if (match.state === 'confirmed') return { state: callFor(match, 'request-withdrawn', by), events: [] };
  if (!['holding', 'option', 'asked'].includes(match.state)) return null;
  return end(
    match,
    'cancelled',
    'request-withdrawn',
    { reason: 'De school heeft de aanvraag ingetrokken.' },
    by,
  );
}

/** A request or offer changed and a hard condition fails now: the match stays, a person looks; other reasons to look stay. */
export function whenItNoLongerFits(match: Match, conditions: readonly string[], by: By): Made | null {
  if (!['option', 'asked', 'confirmed'].includes(match.state)) return null;
  const reason = conditions.length === 0 ? null : `${noLongerFits}: ${conditions.join(', ')}`;
  const other = calmed(match, (known) => known.startsWith(noLongerFits) && known !== reason);
  const isNews = reason !== null && !other.attentions?.some((known) => known.reason === reason);
  if (!isNews && other === match) return null;
  return { state: isNews ? callFor(other, reason, by) : other, events: [] };
}
