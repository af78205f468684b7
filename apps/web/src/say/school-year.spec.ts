import { schoolYearNamed, schoolYearOf, schoolYearsAround } from './school-year.js';

describe('a school year', () => {
  it('begins on 1 August', () => {
    expect(schoolYearOf('2026-07-31').id).toBe('2025-2026');
    expect(schoolYearOf('2026-08-01')).toEqual({ id: '2026-2027', from: '2026-08-01', to: '2027-07-31' });
  });

  it('is the one named, else today’s', () => {
    expect(schoolYearNamed('2024-2025', '2026-11-22').from).toBe('2024-08-01');
    expect(schoolYearNamed('next', '2026-11-22').id).toBe('2026-2027');
  });

  it('has neighbours to choose from', () => {
    expect(schoolYearsAround('2026-11-22', 1).map(({ id }) => id)).toEqual([
      '2027-2028',
      '2026-2027',
      '2025-2026',
    ]);
  });
});
