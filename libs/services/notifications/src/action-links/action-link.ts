import type { Answerable, LinkAction, Side } from '#libs/contracts';
import type { SubjectOfMatch } from '../domain/subject.js';
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
  /** What was answered through it. */
  readonly used: readonly LinkAction[];
}

const dayMs = 86_400_000;
const goodForMs = 14 * dayMs;
/** How long after the activity the hands of a class are taken. */
const tallyForMs = 7 * dayMs;
/** Figures and how it was are asked together: each is answered once, and the link is spent when both are. */
const beside: readonly LinkAction[] = ['count', 'evaluate'];

const offered: Readonly<Partial<Record<SubjectOfMatch['template'], readonly LinkAction[]>>> = {
  question: ['accept', 'decline', 'counter'],
  option: ['accept', 'decline'],
  change: ['accept', 'decline'],
  recorded: ['accept', 'decline', 'count'],
  figures: ['count', 'evaluate'],
  'figures-again': ['count', 'evaluate'],
  nudge: ['accept', 'decline', 'counter'],
  'option-lapses': ['accept', 'decline'],
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
    used: [],
  };
}

/** What the code on the visit sheet and the reminder opens: the hands of the class, until a week after the lesson. */
export function tallyLinkFor(
  to: Pick<ActionLink, 'subject' | 'side' | 'recipient'>,
  match: MatchView,
): ActionLink {
  const end = Math.max(...match.sessions.map((session) => Date.parse(session.end)));
  return {
    ...to,
    question: match.question,
    actions: ['tally'],
    expiresAt: new Date(end + tallyForMs).toISOString(),
    used: [],
  };
}

/** What it answers is still asked. @throws Refusal `actions.used`, `actions.expired`, `actions.has-changed` */
export function mustBeGood(link: ActionLink, match: MatchView | undefined, now: number): MatchView {
  if (isSpent(link)) throw refuse('actions.used');
  if (Date.parse(link.expiresAt) <= now) throw refuse('actions.expired');
  if (!match || hasChanged(link, match, now)) throw refuse('actions.has-changed');
  return match;
}

function hasChanged(link: ActionLink, match: MatchView, now: number): boolean {
  if (link.actions.includes('tally')) return !['confirmed', ...pastStates].includes(match.state);
  return (
    outdated(link.subject, link.side, match, now) !== null ||
    questionOf(link.subject, match) !== link.question
  );
}

/** What it can still answer. */
export const actionsLeft = ({ actions, used }: ActionLink): readonly LinkAction[] =>
  used.some((action) => !beside.includes(action)) ? [] : actions.filter((action) => !used.includes(action));

/** What a yes or a no is about now. */
export function aboutOf({ state, requestId }: Pick<MatchView, 'state' | 'requestId'>): Answerable {
  if (state === 'option') return 'option';
  if (state === 'confirmed') return 'change';
  if (pastStates.includes(state)) return 'recorded';
  return requestId === null ? 'appointment' : 'proposal';
}

const isSpent = (link: ActionLink): boolean => actionsLeft(link).length === 0;

/** Null when that was answered through it before. */
export function used(link: ActionLink, action: LinkAction): { readonly state: ActionLink } | null {
  return link.used.includes(action) ? null : { state: { ...link, used: [...link.used, action] } };
}

const pastStates: readonly string[] = ['held', 'counted', 'evaluated', 'closed'];

const isAfterwards = ({ template }: SubjectOfMatch) =>
  template === 'recorded' || template === 'figures' || template === 'figures-again';

/** A nudge is about whatever waits for an answer: the question, or a change of what was agreed. */
function questionOf({ template }: SubjectOfMatch, { state, question, change }: MatchView): number {
  const isOfChange = template === 'change' || (template === 'nudge' && state === 'confirmed');
  return isOfChange ? (change?.question ?? question) : question;
}
