import { NotReached, Refused, failureOf, isWorthRetrying, refusalOf } from './problems.js';

const named = (name: string) => Object.assign(new Error(name), { name });

describe('what it means when a call does not succeed', () => {
  it('a problem document is a refusal, with its fields', () => {
    const errors = [{ path: 'email', code: 'is-email', message: 'email must be an email' }];
    expect(refusalOf(400, { code: 'body.invalid', errors }, null)).toMatchObject({
      name: 'Refused',
      code: 'body.invalid',
      fields: errors,
    });
  });

  it('what is no problem document, or says that a part is away, is nobody’s answer', () => {
    for (const [status, body] of [
      [502, '<html>'],
      [500, undefined],
      [503, { code: 'http.unavailable' }],
    ] as const)
      expect(refusalOf(status, body, null)).toMatchObject({ name: 'NotReached', why: 'down' });
  });

  it('offline, dead and slow are told apart', () => {
    expect(failureOf(new TypeError('Failed to fetch'), false)).toMatchObject({ why: 'offline' });
    expect(failureOf(new TypeError('Failed to fetch'), true)).toMatchObject({ why: 'down' });
    expect(failureOf(named('TimeoutError'), true)).toMatchObject({ why: 'slow' });
    expect(failureOf(named('AbortError'), true)).toMatchObject({ name: 'AbortError' });
  });

  it('only what may end otherwise is asked again, and not for ever', () => {
    const refused = new Refused(409, 'matches.refused', {});
    const notYet = new Refused(422, 'matches.request-unknown', {}, 1);
    expect(isWorthRetrying(0, refused)).toBe(false);
    expect(isWorthRetrying(0, new Refused(422, 'command.key-reused', {}))).toBe(false);
    expect([isWorthRetrying(5, notYet), isWorthRetrying(6, notYet)]).toEqual([true, false]);
    expect([isWorthRetrying(2, new NotReached('down')), isWorthRetrying(3, new NotReached('down'))]).toEqual([
      true,
      false,
    ]);
  });
});
