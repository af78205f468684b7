import { callFor, contactGone } from './attention.js';
import type { By } from './life.js';
import { liveStates, type Evaluated, type Match, type Step, type Yes } from './match.js';

const endings: ReadonlySet<Step['what']> = new Set(['declined', 'cancelled', 'released', 'no-show']);

/** What this person wrote into a match: notes, reasons, how somebody said yes. */
export function textsBy(match: Match, personId: string): string[] {
  const without = withoutTexts(match, personId);
  const left = new Set(textsOf(without));
  return [...new Set(textsOf(match))].filter((text) => text !== '' && !left.has(text));
}

/**
 * The match without them. Where the person was the contact of one that is still to come, somebody must look: the other
 * side reads there that its contact is gone. Null when nothing of it is the person's.
 */
export function erasePerson(match: Match, personId: string, by: By): { state: Match } | null {
  const tells =
    isContactOfLive(match, personId) && !match.attentions?.some(({ reason }) => reason === contactGone);
  const state = withoutTexts(match, personId);
  if (!tells && JSON.stringify(state) === JSON.stringify(match)) return null;
  return { state: tells ? callFor(state, contactGone, by) : state };
}

function isContactOfLive(match: Match, personId: string): boolean {
  const contacts = [...match.askers, match.partnerContactId, match.acceptedBy.partner?.by];
  return liveStates.includes(match.state) && contacts.includes(personId);
}

function withoutTexts(match: Match, personId: string): Match {
  const { history, wanted, ended, decidedOn } = match;
  const theirs = (what: (step: Step) => boolean) => history.findLast(what)?.actor === personId;
  const made = history[0]?.actor === personId;
  return {
    ...match,
    note: made ? '' : match.note,
    history: history.map((step) => (step.actor === personId ? speechless(step) : step)),
    acceptedBy: Object.fromEntries(
      Object.entries(match.acceptedBy).map(([side, yes]) => [
        side,
        yes.by === personId ? plainYes(yes) : yes,
      ]),
    ),
    ...(match.evaluatedBy ? { evaluatedBy: withoutWords(match.evaluatedBy, personId) } : {}),
    decidedOn: made
      ? { ...decidedOn, despite: decidedOn.despite.map((each) => ({ ...each, reason: '' })) }
      : decidedOn,
    ended: ended && theirs(({ what }) => endings.has(what)) ? { ...ended, reason: '' } : ended,
    wanted:
      wanted && theirs(({ what }) => what === 'change-wanted' || what === 'countered')
        ? { ...wanted, reason: '' }
        : wanted,
  };
}

function speechless({ reason: _reason, how: _how, ...step }: Step): Step {
  return step;
}

function withoutWords(
  evaluatedBy: NonNullable<Match['evaluatedBy']>,
  personId: string,
): Match['evaluatedBy'] {
  const plain = ({ words: _words, how: _how, ...said }: Evaluated): Evaluated => said;
  return Object.fromEntries(
    Object.entries(evaluatedBy).map(([side, said]) => [side, said.by === personId ? plain(said) : said]),
  );
}

function plainYes({ at, by }: Yes): Yes {
  return { at, by };
}

function textsOf({ note, history, acceptedBy, evaluatedBy = {}, decidedOn, ended, wanted }: Match): string[] {
  return [
    note,
    ...history.flatMap(({ reason = '', how = '' }) => [reason, how]),
    ...Object.values(acceptedBy).map(({ how = '' }) => how),
    ...Object.values(evaluatedBy).flatMap(({ words = '', how = '' }) => [words, how]),
    ...decidedOn.despite.map(({ reason }) => reason),
    ended?.reason ?? '',
    wanted?.reason ?? '',
  ];
}
