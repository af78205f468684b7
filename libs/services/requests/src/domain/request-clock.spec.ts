import { RequestChanged, RequestQuestioned, RequestUnmet } from '#libs/contracts';
import { now, location, group, body, facts, posted, window } from '../../test/a-request.js';
import { reopened } from './hear-of-match.js';
import { assign } from './assign.js';
import { dueAt, needsCoordinator, whenDue } from './request-clock.js';
import { changeRequest, postRequest, type Made, type Request } from './request.js';

describe('the clock of a request', () => {
  const at = (moment: string) => Date.parse(moment);
  const state = (request: Request, moment: string) => whenDue(request, at(moment))?.state;

  it('tells the coordinator half-way and the school at the answer date, each once', () => {
    const request = posted();
    expect(dueAt(request)).toBe(at('2026-11-30T13:00:00+01:00'));
    expect(state(request, '2026-11-30T12:00:00+01:00')).toBeUndefined();

    const half = state(request, '2026-11-30T13:00:00+01:00') as Request;
    expect(half).toMatchObject({ state: 'open', halfWay: true });
    expect(dueAt(half)).toBe(at('2026-12-07T17:00:00+01:00'));

    const unmet = state(half, '2026-12-07T17:00:00+01:00') as Request;
    expect(unmet.state).toBe('unmet');
    expect(dueAt(unmet)).toBe(at('2027-02-13T00:00:00+01:00'));
    expect(state(unmet, '2027-02-13T00:00:00+01:00')?.state).toBe('expired');

    const again = reopened(unmet, at('2026-12-21T09:00:00+01:00'));
    expect(again?.state).toMatchObject({ state: 'open', answerBy: '2026-12-29T17:00:00+01:00' });
    expect(again?.state).not.toHaveProperty('toldNotYet');
    expect(reopened(request, now)).toBeNull();
  });

  it('needs the coordinator from half-way on, while nothing is under way and it is not over', () => {
    const half = { ...posted(), halfWay: true };
    const matches = [{ id: 'mine', groupIds: ['a-group'], confirmed: false }];

    expect(needsCoordinator(posted())).toBe(false);
    for (const waiting of ['open', 'partly-met', 'needs-info'] as const)
      expect(needsCoordinator({ ...half, state: waiting })).toBe(true);
    for (const over of ['met', 'unmet', 'withdrawn', 'expired'] as const)
      expect(needsCoordinator({ ...half, state: over })).toBe(false);
    expect(needsCoordinator({ ...half, matches })).toBe(false);
  });

  it('waits for an appointment that is under way, and for nobody once it is met', () => {
    const matches = [{ id: 'mine', groupIds: ['a-group'], confirmed: false }];
    const underWay = { ...posted(), matches };

    expect(dueAt(underWay)).toBe(at('2027-02-13T00:00:00+01:00'));
    expect(state(underWay, '2026-12-08T09:00:00+01:00')).toBeUndefined();
    expect(dueAt({ ...underWay, state: 'met' })).toBeNull();
  });

  it('is told to have expired also while somebody is still asked', () => {
    const matches = [{ id: 'mine', groupIds: ['a-group'], confirmed: false }];
    const expired = whenDue({ ...posted(), matches }, at('2027-02-13T00:00:00+01:00'));

    expect(expired?.state.state).toBe('expired');
    expect(expired?.events).toEqual([expect.any(RequestChanged)]);
  });

  it.each(['needs-info', 'partly-met'] as const)('tells the school once that it is still %s', (waiting) => {
    const request = { ...posted(), state: waiting, halfWay: true };
    const told = whenDue(request, at(request.answerBy)) as Made;

    expect(told.state.state).toBe(waiting);
    expect(told.events).toEqual([expect.any(RequestUnmet)]);
    expect(dueAt(told.state)).toBe(at('2027-02-13T00:00:00+01:00'));
    const over = whenDue(told.state, at('2027-02-13T00:00:00+01:00')) as Made;
    expect(over.state.state).toBe('expired');
    expect(over.events).toEqual([expect.any(RequestChanged)]);
  });

  it('hears by a new date when it changes its wish after it was told', () => {
    const sure = [{ id: 'mine', groupIds: ['a-group'], confirmed: true }];
    const groups = [group, { ...group, groupId: 'b-group' }];
    const told: Request = { ...posted(), groups, matches: sure, state: 'partly-met', toldNotYet: true };
    const late = at('2027-01-04T09:00:00+01:00');

    const again = changeRequest(told, { maxDistanceKm: 60 }, { location, now: late }).state;

    expect(again).toMatchObject({ state: 'partly-met', answerBy: '2027-01-11T17:00:00+01:00' });
    expect(again).not.toHaveProperty('toldNotYet');
  });

  it('answers before the last day that is wished for, or with the end of it', () => {
    const soon = (to: string, when = now) =>
      postRequest({ ...body(), windows: [{ from: '2026-11-23', to }] }, { ...facts, now: when }).state;

    expect(soon('2026-11-27').answerBy).toBe('2026-11-27T17:00:00+01:00');
    const tonight = soon('2026-11-23', at('2026-11-23T20:00:00+01:00'));
    expect(tonight.answerBy).toBe('2026-11-23T23:59:00+01:00');

    const expired = whenDue(tonight, at('2026-11-24T08:00:00+01:00')) as Made;
    expect(expired.state.state).toBe('expired');
    expect(expired.events).toEqual([expect.any(RequestChanged), expect.any(RequestUnmet)]);
  });

  it('promises no later day than a change still wishes it for', () => {
    const week = window('2026-11-23', '2026-11-27');

    expect(changeRequest(posted(), week, { location, now }).state.answerBy).toBe('2026-11-27T17:00:00+01:00');
  });

  it('asks the school each question once', () => {
    const first = assign(posted(), { question: 'Met hoeveel?' }, now);
    const same = assign(first.state, { question: 'Met hoeveel?', internalNote: 'gebeld' }, now);
    const other = assign(first.state, { question: 'En wanneer?' }, now);

    expect(first.events).toEqual([expect.any(RequestChanged), expect.any(RequestQuestioned)]);
    expect(same.events).toEqual([]);
    expect(other.events).toEqual([expect.any(RequestQuestioned)]);
  });

  it('is asked something first: its change answers that, and it is heard of again in five working days', () => {
    const question = 'Kan het ook ’s middags?';
    const { state: asking, events } = assign(posted(), { question, assigneeId: 'coen' }, now);
    expect(asking).toMatchObject({ state: 'needs-info', assigneeId: 'coen' });
    expect(events).toEqual([expect.any(RequestChanged), expect.any(RequestQuestioned)]);

    const later = at('2026-12-07T08:00:00+01:00');
    const changed = changeRequest(asking, { title: 'Robots' }, { location, now: later }).state;
    expect(changed).toMatchObject({
      state: 'open',
      question: null,
      answerBy: '2026-12-14T17:00:00+01:00',
    });
  });

  it('goes on when the question is taken back: it is heard of again in five working days', () => {
    const later = at('2026-12-07T08:00:00+01:00');
    const asking = assign(posted(), { question: 'Kan het ook ’s middags?', assigneeId: 'coen' }, now).state;

    const free = assign(asking, { question: null, assigneeId: null }, later);

    expect(free.state).toMatchObject({
      ...{ state: 'open', question: null, assigneeId: null, answerBy: '2026-12-14T17:00:00+01:00' },
    });
    expect(free.events).toEqual([expect.any(RequestChanged)]);
    // Nothing is reopened by taking back what is not asked.
    const unmet: Request = { ...posted(), state: 'unmet' };
    expect(assign(unmet, { question: null }, later)).toEqual({ state: unmet, events: [] });
  });

  it('is answered by the round that takes it in', () => {
    const { state: inRound } = postRequest(body(), { ...facts, roundAnswerBy: '2027-01-08' });

    expect(inRound.answerBy).toBe('2027-01-08T17:00:00+01:00');
  });
});
