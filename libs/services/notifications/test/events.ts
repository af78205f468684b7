import {
  AnswerAwaited,
  ChangeDropped,
  ChangeProposed,
  ContactChanged,
  MatchAsked,
  MatchConfirmed,
  MatchEnded,
  MatchEvaluated,
  MatchHeld,
  MatchOptioned,
  CallFailed,
  PartnersCalled,
  RequestConsidered,
  RequestQuestioned,
  RequestUnmet,
  RequestWithdrawn,
  RestCancelled,
  event,
  type RequestSnapshot,
  type Side,
} from '#libs/contracts';
import type { MatchView } from '../src/owners/views.js';
import { aGroup, snapshotOf } from './builders.js';

export const asked = (match: MatchView, asks: Side[] = ['school', 'partner']) =>
  event(MatchAsked, { match: snapshotOf(match), asks });
export const confirmed = (match: MatchView) => event(MatchConfirmed, { match: snapshotOf(match) });
export const optioned = (match: MatchView) => event(MatchOptioned, { match: snapshotOf(match) });
export const awaited = (match: MatchView, side: Side, stage: AnswerAwaited['stage'] = 'nudge') =>
  event(AnswerAwaited, { match: snapshotOf(match), side, stage });
export const evaluated = (match: MatchView, by: Side = 'school') =>
  event(MatchEvaluated, { match: snapshotOf(match), by });
export const held = (match: MatchView) => event(MatchHeld, { match: snapshotOf(match) });
export const changeProposed = (match: MatchView) => event(ChangeProposed, { match: snapshotOf(match) });
export const changeDropped = (match: MatchView, by: ChangeDropped['by']) =>
  event(ChangeDropped, { match: snapshotOf(match), question: 2, by });
export const restCancelled = (match: MatchView, sessions: MatchView['sessions'], by: Side) =>
  event(RestCancelled, { match: snapshotOf(match), sessions: [...sessions], by });
export const contactChanged = (match: MatchView, side: Side, contactId: string) =>
  event(ContactChanged, { match: snapshotOf(match), side, contactId });
export const ended = (match: MatchView, over: Partial<MatchEnded> = {}) =>
  event(MatchEnded, {
    match: snapshotOf(match),
    ending: 'declined',
    by: 'partner',
    wasAsked: true,
    wasConfirmed: false,
    late: false,
    feeCents: 0,
    ...over,
  });
export const considered = event(RequestConsidered, {
  requestId: 'request-1',
  schoolLocationId: 'school-1',
  askers: ['ans', 'tess'],
  fitting: 0,
  obstacles: ['distance'],
});
const request: RequestSnapshot = {
  madeBy: 'tess',
  contactId: 'ans',
  schoolLocationId: 'school-1',
  regionId: 'region',
  kind: 'guest-lesson',
  title: 'Robots in de zorg',
  themes: ['hi-tech-science/robotics'],
  goals: [],
  groups: [aGroup()],
  windows: [{ from: '2027-01-11', to: '2027-02-12' }],
  places: ['at-school'],
  preferred: [],
  suitability: [],
  transport: 'none',
  splitAllowed: false,
  mergeAllowed: false,
  confirm: 'ask-me',
  postedAt: '2026-11-23T09:00:00+01:00',
  answerBy: '2026-12-07T17:00:00+01:00',
  state: 'unmet',
};
export const unmet = event(RequestUnmet, { request });
export const questioned = event(RequestQuestioned, { request: { ...request, state: 'needs-info' } });
export const withdrawn = event(RequestWithdrawn, { request: { ...request, state: 'withdrawn' } });
export const called = (organisationIds: string[], answerBy = '2026-12-18T23:59:00+01:00') =>
  event(PartnersCalled, {
    requestId: 'request-1',
    regionId: 'region',
    schoolLocationId: 'school-1',
    organisationIds,
    answerBy,
  });
export const callFailed = (answeredBy: string) =>
  event(CallFailed, {
    requestId: 'request-1',
    regionId: 'region',
    schoolLocationId: 'school-1',
    organisationId: 'factory',
    answeredBy,
    start: '2027-01-15T09:00:00+01:00',
    end: '2027-01-15T10:30:00+01:00',
    answerBy: '2026-12-18T23:59:00+01:00',
  });
