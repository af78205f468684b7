import { deviceOf, endsAt, openSession, seen, steppedUp } from './session.js';

const hour = 3_600_000;
const aSession = (operator = false) => openSession({ personId: 'tess', operator, label: 'Firefox', now: 0 });

describe('a session', () => {
  it('ends after ten hours without use, or when its longest time is over', () => {
    const session = aSession();

    expect(endsAt(session)).toBe(10 * hour);
    expect(endsAt({ ...session, idleUntil: 1_000 * hour })).toBe(30 * 24 * hour);
    expect(endsAt({ ...aSession(true), idleUntil: 1_000 * hour })).toBe(12 * hour);
  });

  it('is noted as used every five minutes', () => {
    expect(seen(aSession(), 5 * 60_000 - 1)).toBeUndefined();
    expect(seen(aSession(), 5 * 60_000)).toEqual({
      lastSeenAt: 5 * 60_000,
      idleUntil: 10 * hour + 5 * 60_000,
    });
  });

  it('counts a confirmation for a quarter of an hour', () => {
    expect(aSession().stepUpUntil).toBeNull();
    expect(steppedUp(hour)).toEqual({ stepUpUntil: 1.25 * hour });
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
      'Safari, iOS',
    ],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, ChromeOS'],
    ['curl/8.5', '?'],
  ])('is recognised by what it runs on: %s', (userAgent, label) => {
    expect(deviceOf(userAgent)).toBe(label);
  });
});
