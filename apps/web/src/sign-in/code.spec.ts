import { codeIn, tokenIn } from './code.js';

describe('what stands behind # of a link in a mail', () => {
  it('a code is shown as it is typed', () => {
    expect([codeIn('#K7QM3XPA'), codeIn('#k7qm-3xpa')]).toEqual(['K7QM-3XPA', 'K7QM-3XPA']);
    expect([codeIn(''), codeIn('#content'), codeIn('#K7QM3XPA9')]).toEqual(['', '', '']);
  });

  it('a token is exactly 43 signs', () => {
    expect(tokenIn(`#${'a'.repeat(43)}`)).toBe('a'.repeat(43));
    expect([tokenIn(''), tokenIn(`#${'a'.repeat(42)}`), tokenIn('#content')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
