import { can, type Actor, type Aggregate } from '#libs/runtime';
import { ownersOf, type Match } from './domain/match.js';

/** A match as the API shows it: the reasons it was decided on are the coordinator's. */
export function viewFor({ id, rev, state }: Aggregate<Match>, actor: Actor) {
  const coordinates = can(actor, 'proposals.read', ownersOf(state));
  return {
    id,
    rev,
    requestId: state.requestId,
    offerId: state.offerId,
    regionId: state.regionId,
    schoolLocationId: state.schoolLocationId,
    organisationId: state.organisationId,
    origin: state.origin,
    title: state.title,
    state: state.state,
    question: state.question,
    answerBy: state.answerBy ?? null,
    sessions: state.sessions,
    exact: state.exact,
    allowed: state.allowed,
    costs: state.costs,
    calendarSequence: state.calendarSequence,
    programme: 'Techkwadraat',
    warnings: state.decidedOn.warnings,
    acceptedBy: state.acceptedBy,
    ended: state.ended,
    obstacle: state.obstacle,
    change: null,
    attention: state.attention,
    ...(coordinates ? { decidedOn: state.decidedOn } : {}),
  };
}
