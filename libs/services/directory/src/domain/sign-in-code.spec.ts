import { mostTries, tryCode, withCode, type SignInCode } from './sign-in-code.js';

const now = 1_000_000;
const aCode = (changes: Partial<SignInCode> = {}): SignInCode => ({
  hmac: 'right',
  address: 'tess',
  personId: 'teacher',
  expiresAt: now + 1,
  tries: 0,
  usedAt: null,
  ...changes,
});
const verdictOf = (codes: readonly SignInCode[], hmac = 'right', address?: string) =>
  tryCode(codes, { hmac, ...(address ? { address } : {}) }, now).verdict;

describe('typing a code', () => {
  it('lets in whom it was sent to, and ends every code of the browser', () => {
    const { verdict, codes } = tryCode([aCode(), aCode({ hmac: 'other' })], { hmac: 'right' }, now);

    expect(verdict).toEqual({ is: 'right', personId: 'teacher' });
    expect(codes.map(({ usedAt }) => usedAt)).toEqual([now, now]);
  });

  it('counts a wrong one for every code of the browser', () => {
    const { verdict, codes } = tryCode([aCode(), aCode({ hmac: 'other', tries: 2 })], { hmac: 'none' }, now);

    expect(verdict).toEqual({ is: 'wrong', meant: 'teacher' });
    expect(codes.map(({ tries }) => tries)).toEqual([1, 3]);
  });

  it('takes none any more once one of them was tried too often, the right one neither', () => {
    const codes = [aCode(), aCode({ hmac: 'other', tries: mostTries })];

    expect(verdictOf(codes)).toEqual({ is: 'too-many-tries' });
    expect(tryCode(codes, { hmac: 'right' }, now).codes).toBe(codes);
  });

  it('says of a used and of an old one what it is', () => {
    expect(verdictOf([aCode({ usedAt: 1 })])).toEqual({ is: 'used' });
    expect(verdictOf([aCode({ expiresAt: now })])).toEqual({ is: 'expired' });
  });

  it('lets nobody in by a code that was sent to nobody, or to another address', () => {
    expect(verdictOf([aCode({ personId: null })])).toEqual({ is: 'wrong', meant: null });
    expect(verdictOf([aCode()], 'right', 'somebody-else')).toEqual({ is: 'wrong', meant: null });
    expect(verdictOf([aCode()], 'right', 'tess')).toMatchObject({ is: 'right' });
    expect(verdictOf([])).toEqual({ is: 'wrong', meant: null });
  });

  it('wrongly was meant for whom the newest code was sent to, or the address that was typed', () => {
    const codes = [aCode(), aCode({ address: 'jan', personId: 'partner' })];

    expect(verdictOf(codes, 'none')).toEqual({ is: 'wrong', meant: 'partner' });
    expect(verdictOf(codes, 'none', 'tess')).toEqual({ is: 'wrong', meant: 'teacher' });
  });
});

describe('another code', () => {
  it('is added to those that still count, the oldest of many leaves', () => {
    const codes = Array.from({ length: 5 }, (_, i) => aCode({ hmac: `${i}` }));

    expect(withCode(codes, aCode()).map(({ hmac }) => hmac)).toEqual(['1', '2', '3', '4', 'right']);
  });

  it('is not held up by those that were tried too often', () => {
    expect(withCode([aCode({ hmac: 'dead', tries: mostTries })], aCode())).toEqual([aCode()]);
  });
});
