import { toOffsetIso } from '#libs/facts';
import { can, type Actor, type Aggregate } from '#libs/runtime';
import { prefilled } from './domain/afterwards.js';
import { ownersOf, type Match } from './domain/match.js';
import { freeUntil, numbersUntil } from './domain/terms.js';

/** A match as the API shows it: the reasons it was decided on are the coordinator's. */
export function viewFor({ id, rev, state }: Aggregate<Match>, actor: Actor) {
  const coordinates = can(actor, 'proposals.read', ownersOf(state));
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
    groups: state.groups,
    place: state.place,
    state: state.state,
    question: state.question,
    answerBy: state.answerBy ?? null,
    sessions: state.sessions,
    exact: state.exact,
    allowed: [...state.allowed],
    costs: state.costs,
    calendarSequence: state.calendarSequence,
    warnings: [...state.decidedOn.warnings],
    despite: [...state.decidedOn.despite],
    terms: {
      freeCancelUntil: toOffsetIso(freeUntil(state)),
      changeNumbersUntil: toOffsetIso(numbersUntil(state)),
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
          ...(wanted.answerBy ? { answerBy: wanted.answerBy } : {}),
          reason: wanted.reason,
        }
      : null,
    count: state.count ?? null,
    hours: state.hours ?? null,
    prefilled: prefilled(state),
    attention: state.attention,
    ...(coordinates ? { decidedOn: state.decidedOn } : {}),
  };
}
