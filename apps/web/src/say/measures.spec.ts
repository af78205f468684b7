import { fitOf, sayDistance, sayDuration, sayMoney, saySize } from './measures.js';
import { sayList, sayNumber } from './language.js';

describe('measures as people say them', () => {
  it('distances are whole kilometres', () => {
    expect(sayDistance(6.4, 'nl')).toBe('6\u00a0km');
    expect(sayDistance(0.3, 'nl')).toBe('minder dan 1 km');
    expect(sayDistance(1200, 'en')).toBe('1,200\u00a0km');
  });

  it('a score is a word', () => {
    expect([0.91, 0.75, 0.74, 0.55, 0.3].map(fitOf)).toEqual([
      'very-good',
      'very-good',
      'good',
      'good',
      'fair',
    ]);
  });

  it('money has cents only when there are any', () => {
    expect(sayMoney(1250, 'nl')).toMatch(/^€\s12,50$/);
    expect(sayMoney(120_000, 'nl')).toMatch(/^€\s1\.200$/);
    expect(sayMoney(1250, 'en')).toBe('€12.50');
  });

  it('a file has a size', () => {
    expect(saySize(12_437_000, 'nl')).toBe('12,4\u00a0MB');
    expect(saySize(1_203_000_000, 'en')).toBe('1,200\u00a0MB');
  });

  it('a lesson takes hours and minutes', () => {
    expect(sayDuration(45, 'nl')).toBe('45 minuten');
    expect(sayDuration(60, 'nl')).toBe('1 uur');
    expect(sayDuration(65, 'en')).toBe('1 h 05');
  });

  it('lists and numbers follow the language', () => {
    expect(sayList(['6', '7', '8'], 'nl')).toBe('6, 7 en 8');
    expect(sayNumber(1250, 'nl')).toBe('1.250');
  });
});
