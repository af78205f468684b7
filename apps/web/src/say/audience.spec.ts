import { sayAudience, sayGrades } from './audience.js';

const sectors = [
  {
    id: 'po',
    label: { nl: 'basisonderwijs', en: 'primary education' },
    gradeWord: { nl: 'Groep', en: 'Grade' },
    grades: ['1', '2', '3', '4', '5', '6', '7', '8'],
  },
  {
    id: 'mbo',
    label: { nl: 'middelbaar beroepsonderwijs', en: 'vocational education' },
    gradeWord: { nl: 'Leerjaar', en: 'Year' },
    grades: ['1', '2', '3', '4'],
  },
];

describe('for whom something is', () => {
  it('grades in a row are a range, others a list', () => {
    expect(sayGrades(['5', '6', '7', '8'], 'nl')).toBe('5 t/m 8');
    expect(sayGrades(['7', '8'], 'nl')).toBe('7 en 8');
    expect(sayGrades(['1', '2', '5'], 'en')).toBe('1, 2 and 5');
    expect(sayGrades(['3', '1', '2'], 'en')).toBe('1 to 3');
  });

  it('a sector whose every grade will do is named, in full or by its letters', () => {
    const audience = [{ sector: 'po', grades: ['7', '8'] }, { sector: 'mbo' }];
    expect(sayAudience(audience, sectors, { language: 'nl' })).toBe(
      'groep 7 en 8, middelbaar beroepsonderwijs',
    );
    expect(sayAudience(audience, sectors, { language: 'nl', short: true })).toBe('groep 7 en 8, mbo');
  });

  it('the same is said once, and levels follow', () => {
    const sevens = { sector: 'po', grades: ['7'] };
    expect(sayAudience([sevens, sevens], sectors, { language: 'en' })).toBe('grade 7');
    expect(sayAudience([{ sector: 'vo', levels: ['havo', 'vwo'] }], sectors, { language: 'nl' })).toBe(
      'vo havo en vwo',
    );
  });
});
