import { meet, meetFirst, told } from './fate.js';
import { claimed, joined, notify, type Fate, type Made, type Notification } from './notification.js';

const now = Date.parse('2026-11-23T08:00:00+01:00');
const one = (id: string): Notification =>
  notify(
    id,
    {
      subject: { template: 'figures', matchId: id, start: '2026-11-20T09:00:00+01:00' },
      side: 'school',
      recipient: 'tess',
      lane: 'quiet',
    },
    { now, at: now },
  ).state;
const stateOf = (made: Made | null): Notification => {
  if (!made) throw new Error('nothing changed');
  return made.state;
};
const sent: Fate = { is: 'sent' };
const leading = () => stateOf(claimed(one('first'), 'first', now));

describe('what became of those that went in one mail', () => {
  it('is noted with the leader before the others know: whoever finds it does not send it again', () => {
    const after = stateOf(meetFirst(leading(), sent, { second: sent }, now));

    expect(after).toMatchObject({ phase: 'sent', toTell: { second: sent }, claimedUntil: null });
    expect(after.nextAt).toBeGreaterThan(now);
    expect(claimed(after, 'first', now + 60_000)).toBeNull();
  });

  it('leaves nothing to do once all are told', () => {
    const after = stateOf(meetFirst(leading(), sent, { second: sent }, now));
    const done = stateOf(told(after, { second: sent }, now));

    expect(done).toMatchObject({ phase: 'sent', toTell: null, nextAt: null });
    expect(told(done, { second: sent }, now)).toBeNull();
  });

  it('is told to those of both mails when two processes sent one, whoever is through first', () => {
    const first = stateOf(meetFirst(leading(), sent, { second: sent }, now));
    const both = stateOf(meetFirst(first, sent, { third: sent }, now));
    expect(both).toMatchObject({ phase: 'sent', toTell: { second: sent, third: sent } });

    const left = stateOf(told(both, { second: sent }, now));
    expect(left).toMatchObject({ toTell: { third: sent }, nextAt: now });
    expect(stateOf(told(left, { third: sent }, now))).toMatchObject({ toTell: null, nextAt: null });

    const late = stateOf(meetFirst(stateOf(told(first, { second: sent }, now)), sent, { third: sent }, now));
    expect(late).toMatchObject({ phase: 'sent', toTell: { third: sent } });
    expect(late.nextAt).toBeGreaterThan(now);
  });

  it('asks nothing more of one that went alone', () => {
    expect(stateOf(meetFirst(leading(), sent, {}, now))).toMatchObject({ toTell: null, nextAt: null });
  });

  it('is met once, however often it is told', () => {
    const other = stateOf(joined(one('second'), 'first'));
    const met = stateOf(meet(other, sent, now));

    expect(met).toMatchObject({ phase: 'sent', nextAt: null });
    expect(meet(met, sent, now)).toBeNull();
    expect(meet(met, { is: 'skipped', why: 'ended' }, now)).toBeNull();
  });

  it('lets one that fitted in no mail go by itself, the leader too when the others are told', () => {
    const other = stateOf(joined(one('second'), 'first'));
    expect(stateOf(meet(other, { is: 'parted' }, now))).toMatchObject({ phase: 'waiting', nextAt: now });

    const leader = stateOf(meetFirst(leading(), { is: 'parted' }, { second: sent }, now));
    expect(leader).toMatchObject({ phase: 'waiting', leader: null });
    expect(stateOf(told(leader, { second: sent }, now))).toMatchObject({ phase: 'waiting', nextAt: now });
  });
});
