import type { LinkAction, Side } from '#libs/contracts';
import type { SubjectOfMatch } from '../domain/notification.js';
import { outdated } from '../domain/still-true.js';
import { refuse } from '../notification.errors.js';
import type { MatchView } from '../owners/views.js';

/** An answer to one question that a mail carries, for one person and once. Its id is the hash of what the mail holds. */
export interface ActionLink {
  readonly subject: SubjectOfMatch;
  /** The number of the question it answers. */
  readonly question: number;
  readonly side: Side;
  /** A person's id. */
  readonly recipient: string;
  readonly actions: readonly LinkAction[];
  /** ISO 8601 */
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

const goodForMs = 14 * 86_400_000;

const offered: Readonly<Partial<Record<SubjectOfMatch['template'], readonly LinkAction[]>>> = {
  question: ['accept', 'decline', 'counter'],
  option: ['accept', 'decline'],
  change: ['accept', 'decline'],
  recorded: ['accept', 'decline', 'count'],
  figures: ['count'],
};

/** Undefined for a mail that asks nothing. Good until the activity, and for two weeks at most. */
export function linkFor(
  to: Pick<ActionLink, 'subject' | 'side' | 'recipient'>,
  match: MatchView,
  now: number,
): ActionLink | undefined {
  const { subject, side, recipient } = to;
  const actions = offered[subject.template];
  if (!actions) return undefined;
  const start = Math.min(...match.sessions.map((session) => Date.parse(session.start)));
  const end = isAfterwards(subject) ? now + goodForMs : Math.min(start, now + goodForMs);
  return {
    subject,
    question: questionOf(subject, match),
    side,
    recipient,
    actions,
    expiresAt: new Date(end).toISOString(),
    usedAt: null,
  };
}

/** What it answers is still asked. @throws Refusal `actions.used`, `actions.expired`, `actions.has-changed` */
export function mustBeGood(link: ActionLink, match: MatchView | undefined, now: number): MatchView {
  if (link.usedAt) throw refuse('actions.used');
  if (Date.parse(link.expiresAt) <= now) throw refuse('actions.expired');
  if (!match || outdated(link.subject, link.side, match) || questionOf(link.subject, match) !== link.question)
    throw refuse('actions.has-changed');
  return match;
}

/** Null when it was used before. */
export function used(link: ActionLink, now: number): { readonly state: ActionLink } | null {
  return link.usedAt ? null : { state: { ...link, usedAt: new Date(now).toISOString() } };
}

const isAfterwards = ({ template }: SubjectOfMatch) => template === 'recorded' || template === 'figures';

function questionOf({ template }: SubjectOfMatch, { question, change }: MatchView): number {
  return template === 'change' ? (change?.question ?? question) : question;
}
