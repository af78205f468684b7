import { isBrin6, normalisePostcode } from './keys.js';

describe('postcodes', () => {
  it.each(['8011PK', '8011 pk', ' 8011pk '])('%j is 8011PK', (text) => {
    expect(normalisePostcode(text)).toBe('8011PK');
  });

  it.each([
    '8011',
    '80115PK',
    '80115',
    '0811PK',
    '8011SA',
    '8011sd',
    '8011SS',
    '8011P',
    '8011  PK',
    '',
    '8011PK2',
  ])('%j is none', (text) => {
    expect(normalisePostcode(text)).toBeNull();
  });

  it('may begin with an S otherwise', () => {
    expect(normalisePostcode('8011SB')).toBe('8011SB');
  });
});

describe('keys', () => {
  it('tell a location from a BRIN of four characters', () => {
    expect(isBrin6('11ZZ03')).toBe(true);
    for (const text of ['11ZZ', '11zz03', '11ZZ3', '11ZZ031', '1AZZ03', '11ZZ03\n'])
      expect(isBrin6(text)).toBe(false);
  });
});
