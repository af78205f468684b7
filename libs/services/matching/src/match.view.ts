import type { Side } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { can, type Actor, type Aggregate } from '#libs/runtime';
import { attentionOf } from './domain/attention.js';
import { running } from './domain/answer-clock.js';
import type { SideClock } from './domain/what-waits.js';
import { prefilled } from './domain/afterwards.js';
import { closesAt } from './domain/life.js';
import { groupsAsAgreed, ownersOf, type Match } from './domain/match.js';
import { freeUntil, numbersUntil } from './domain/terms.js';
import { ownSide } from './list-matches/show-match.js';
import { warningsNow } from './make-match/warnings-now.js';

/** A match as the API shows it: the reasons it was decided on are the coordinator's. */
export function viewFor({ id, rev, state }: Aggregate<Match>, actor: Actor) {
  const coordinates = can(actor, 'proposals.read', ownersOf(state));
  const own = ownSide(actor, state);
  const attention = attentionOf(state);
  const { wanted } = state;
  return {
    id,
    rev,
    requestId: state.requestId ?? null,
    offerId: state.offerId ?? null,
    regionId: state.regionId,
    schoolLocationId: state.schoolLocationId,
    organisationId: state.organisationId,
    origin: state.origin,
    kind: state.kind,
    title: state.title,
    themes: state.themes,
    programme: state.programme,
    groups: groupsAsAgreed(state),
    place: state.place,
    state: state.state,
    question: state.question,
    answerBy: answerByFor(state, own) ?? null,
    sessions: state.sessions,
    exact: state.exact,
    minutes: state.minutes,
    lessonMinutes: state.lessonMinutes,
    promise: state.promise,
    allowed: [...state.allowed],
    costs: state.costs,
    calendarSequence: state.calendarSequence,
    warnings: warningsNow(state),
    despite: [...state.decidedOn.despite],
    terms: {
      freeCancelUntil: toOffsetIso(freeUntil(state)),
      changeNumbersUntil: toOffsetIso(numbersUntil(state)),
      evaluateUntil: toOffsetIso(closesAt(state)),
    },
    contacts: {
      school: state.askers,
      ...(state.partnerContactId ? { partner: state.partnerContactId } : {}),
    },
    note: state.note,
    acceptedBy: state.acceptedBy,
    ended: state.ended,
    obstacle: state.obstacle,
    change: wanted
      ? {
          what: wanted.what,
          by: wanted.by,
          question: wanted.question,
          phase: wanted.phase,
          sessions: wanted.sessions,
          ...(wanted.costs ? { costs: wanted.costs } : {}),
          ...(wanted.answerBy ? { answerBy: wanted.answerBy } : {}),
          reason: wanted.reason,
        }
      : null,
    count: state.count ?? null,
    hours: state.hours ?? null,
    prefilled: prefilled(state),
    evaluation: state.evaluation ? evaluationOf(state) : null,
    tally: state.tally ?? null,
    clock: clocksFor(state, own, coordinates || actor.roles.some(({ role }) => role === 'service')),
    attention: attention?.reason ?? null,
    attentionSince: attention?.since ?? null,
    ...(coordinates ? { decidedOn: state.decidedOn } : {}),
  };
}

/** Each side reads until when it is asked itself; whoever is of none until when the first of them is. */
function answerByFor(state: Match, own: Side | undefined): string | undefined {
  const stages = own && state.state === 'asked' ? running(state)[own]?.stages : undefined;
  return stages ? toOffsetIso(stages.releaseAt) : state.answerBy;
}

function clocksFor(state: Match, own: Side | undefined, all: boolean) {
  const clocks = running(state);
  const shown = (side: Side) => {
    const clock = clocks[side];
    return clock && (all || side === own) ? { [side]: clockOf(clock) } : {};
  };
  return { ...shown('school'), ...shown('partner') };
}

function clockOf({ question, deliveredAt, stages, stage, undeliverable }: SideClock) {
  const moment = (at: number | null | undefined) => (at == null ? null : toOffsetIso(at));
  return {
    question,
    deliveredAt: moment(deliveredAt),
    nudgeAt: moment(stages?.nudgeAt),
    attentionAt: moment(stages?.attentionAt),
    releaseAt: moment(stages?.releaseAt),
    stage,
    undeliverable,
  };
}

function evaluationOf({ evaluation = {}, evaluatedBy = {} }: Match) {
  const shown = (side: Side) => {
    const said = evaluation[side];
    const words = evaluatedBy[side]?.words;
    return said ? { [side]: { ...said, ...(words ? { words } : {}) } } : {};
  };
  return { ...shown('school'), ...shown('partner') };
}
