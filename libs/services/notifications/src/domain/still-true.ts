import type { MatchState, RequestState } from '#libs/contracts';
import type { Notification, Side, Subject } from './notification.js';

/** What decides whether a mail about a match is still true. */
export interface MatchTruth {
  readonly state: MatchState;
  readonly question: number;
  readonly acceptedBy: Readonly<Partial<Record<Side, unknown>>>;
}

/** Why nothing is to be said of the match any more; null while it is true. A newer event brings its own mail. */
export function outdated(
  subject: Exclude<Subject, { template: 'receipt' }>,
  side: Side,
  match: MatchTruth,
): string | null {
  switch (subject.template) {
    case 'question':
      if (match.state !== 'asked') return `match-${match.state}`;
      if (match.question !== subject.question) return 'newer-question';
      return match.acceptedBy[side] === undefined ? null : 'answered';
    case 'confirmation':
      if (match.state !== 'confirmed') return `match-${match.state}`;
      return match.question === subject.question ? null : 'newer-question';
    case 'ending':
      return match.state === subject.ending ? null : `match-${match.state}`;
  }
}

export function receiptOutdated(state: RequestState): string | null {
  return state === 'withdrawn' || state === 'expired' ? `request-${state}` : null;
}

/**
 * Does this person know of the match that ended? Who was never asked need not hear of it; whoever was mailed the question
 * or whose side said yes before the mail left does. `unsettled` while a question is still on its way.
 */
export function knowsOfIt(
  { wasConfirmed }: Pick<Extract<Subject, { template: 'ending' }>, 'wasConfirmed'>,
  earlier: readonly Notification[],
  recipient: string,
): 'yes' | 'no' | 'unsettled' {
  const questions = earlier.filter(
    (one) => one.recipient === recipient && one.subject.template === 'question',
  );
  if (wasConfirmed || questions.some(({ phase, why }) => phase === 'sent' || why === 'answered'))
    return 'yes';
  return questions.some(({ phase }) => phase === 'waiting') ? 'unsettled' : 'no';
}
