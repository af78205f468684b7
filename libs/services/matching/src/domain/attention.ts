import { step, type Match } from './match.js';
import type { Attention } from './what-waits.js';

/** The other side reads there that its contact is gone. */
export const contactGone = 'contact-gone';

export const attentionOf = ({ attentions }: Pick<Match, 'attentions'>): Attention | undefined =>
  attentions?.[0];

/** One more reason to look, and a line that says so; a reason that is there already keeps its date. */
export function callFor(
  match: Match,
  reason: string,
  { actor, now }: { readonly actor: string; readonly now: number },
): Match {
  const at = new Date(now).toISOString();
  const known = match.attentions ?? [];
  const attentions = known.some((one) => one.reason === reason) ? known : [...known, { reason, since: at }];
  return step(match, { attentions }, { at, actor, what: 'attention', reason });
}

/** Without the reasons that count no more; the others stay. */
export function calmed(match: Match, isOver: (reason: string) => boolean): Match {
  const known = match.attentions ?? [];
  const attentions = known.filter(({ reason }) => !isOver(reason));
  return attentions.length === known.length ? match : { ...match, attentions };
}
