import { now, location, group, posted, window } from '../../test/a-request.js';
import { hearOfMatch, type HeardOfMatch } from './hear-of-match.js';
import { dueAt } from './request-clock.js';
import { changeRequest, type Request } from './request.js';

describe('what a request hears of its matches', () => {
  const two = [group, { ...group, groupId: 'b-group', name: '7A' }];
  const asked = (id: string, ...groupIds: string[]) => ({ id, groupIds, confirmed: false });
  const sure = (id: string, ...groupIds: string[]) => ({ id, groupIds, confirmed: true });
  const all = ['a-group', 'b-group'];

  it.each<[Request['state'], Request['matches'], string, HeardOfMatch, string | null, number]>([
    ['open', [], 'mine', 'approved', 'open', 0],
    ['open', [asked('mine', ...all)], 'mine', 'approved', null, 0],
    ['open', [asked('mine', ...all)], 'mine', 'confirmed', 'met', 1],
    ['met', [sure('mine', ...all)], 'mine', 'confirmed', null, 0],
    ['withdrawn', [asked('mine', ...all)], 'mine', 'confirmed', 'withdrawn', 0],
    ['met', [sure('mine', ...all)], 'mine', 'ended', 'open', 1],
    ['open', [asked('mine', ...all)], 'mine', 'ended', 'open', 1],
    ['open', [asked('mine', ...all)], 'mine', 'undone', 'open', 1],
    ['withdrawn', [asked('mine', ...all)], 'mine', 'ended', 'withdrawn', 0],
    ['met', [sure('other', ...all)], 'mine', 'ended', null, 0],
    ['open', [], 'mine', 'ended', null, 0],
    ['open', [], 'mine', 'undone', null, 0],
    ['partly-met', [sure('other', 'b-group'), asked('mine', 'a-group')], 'mine', 'confirmed', 'met', 1],
    ['met', [sure('other', 'b-group'), sure('mine', 'a-group')], 'mine', 'ended', 'partly-met', 1],
  ])('%s with %j hears that %s is %s: %s', (state, matches, id, heard, result, told) => {
    const request = { ...posted(), groups: two, state, matches };
    const made = hearOfMatch(request, { id, groupIds: all }, heard, now);

    expect(made?.state.state ?? null).toBe(result);
    expect(made?.events.length ?? 0).toBe(told);
  });

  it('looks again for the groups of what was called off after some of it took place', () => {
    const met: Request = { ...posted(), groups: two, state: 'met', matches: [sure('mine', ...all)] };
    const late = Date.parse(met.answerBy) + 1;
    const shorter = hearOfMatch(met, { id: 'mine', groupIds: ['a-group'] }, 'confirmed', late);

    expect(shorter?.state).toMatchObject({ state: 'partly-met', matches: [sure('mine', 'a-group')] });
    expect(Date.parse(shorter?.state.answerBy ?? '')).toBeGreaterThan(late);
    expect(shorter?.events).toHaveLength(1);
  });

  it('hears of an undone approval as if it had never been: the answer date stays', () => {
    const before = { ...posted(), groups: two, matches: [asked('mine', ...all)] };
    const soon = Date.parse(before.answerBy) - 1;
    const hear = (heard: HeardOfMatch) => hearOfMatch(before, { id: 'mine', groupIds: all }, heard, soon);

    expect(hear('undone')?.state).toEqual({ ...before, matches: [] });
    expect(hear('ended')?.state.answerBy).not.toBe(before.answerBy);
  });

  it('is given up again where an approval is undone after the school was told "not yet"', () => {
    const told: Request = { ...posted(), state: 'unmet', halfWay: true, toldNotYet: true };
    const approved = hearOfMatch(told, { id: 'mine', groupIds: ['a-group'] }, 'approved', now)
      ?.state as Request;

    expect(hearOfMatch(approved, { id: 'mine', groupIds: ['a-group'] }, 'undone', now)?.state).toEqual(told);
  });

  it('asks again when a group comes to it after all had their appointment, and is met when that one goes', () => {
    const met: Request = { ...posted(), state: 'met', halfWay: true, matches: [sure('mine', 'a-group')] };
    const later = Date.parse('2027-01-04T09:00:00+01:00');

    const wider = changeRequest(met, {}, { location, groups: two, now: later }).state;
    expect(wider).toMatchObject({
      state: 'partly-met',
      halfWay: false,
      answerBy: '2027-01-11T17:00:00+01:00',
    });
    expect(dueAt(wider)).toBe((Date.parse(wider.postedAt) + Date.parse(wider.answerBy)) / 2);

    const narrow = changeRequest(wider, {}, { location, groups: [group], now: later }).state;
    expect(narrow.state).toBe('met');
    expect(dueAt(narrow)).toBeNull();
  });

  it('has its answer date again when a group comes to it while all were asked', () => {
    const underWay: Request = { ...posted(), halfWay: true, matches: [asked('mine', 'a-group')] };
    const late = Date.parse('2027-01-04T09:00:00+01:00');

    const wider = changeRequest(underWay, {}, { location, groups: two, now: late }).state;

    expect(wider).toMatchObject({ state: 'open', halfWay: false, answerBy: '2027-01-11T17:00:00+01:00' });
    expect(changeRequest(underWay, { title: 'Anders' }, { location, now: late }).state).toMatchObject({
      halfWay: true,
      answerBy: underWay.answerBy,
    });
  });

  it('that is asked for again keeps the appointment that it has for some of its groups', () => {
    const expired: Request = {
      ...posted(),
      groups: two,
      state: 'expired',
      matches: [sure('mine', 'a-group')],
    };

    const again = changeRequest(expired, window('2027-03-08', '2027-03-26'), { location, now }).state;

    expect(again.state).toBe('partly-met');
  });

  it('is partly met by an appointment for some of its groups', () => {
    const request = { ...posted(), groups: two };

    expect(hearOfMatch(request, { id: 'mine', groupIds: ['b-group'] }, 'confirmed', now)?.state.state).toBe(
      'partly-met',
    );
  });
});
