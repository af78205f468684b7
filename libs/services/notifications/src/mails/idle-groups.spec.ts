import type { IdleSchool } from '../idle-groups/find-idle-groups.js';
import { idleGroupsLetter, idleSchoolsLetter } from './idle-groups.js';
import { asText, subjectOf, type Reader } from './letter.js';

const nl: Reader = { side: 'school', lang: 'nl', today: '2027-02-01' };
const en: Reader = { ...nl, lang: 'en' };
const url = 'https://leerbrug.test/vraag';
const brug = {
  id: 'brug',
  name: 'De Brug',
  groups: [
    { name: '6A', pupils: 24 },
    { name: '7/8', pupils: 1 },
  ],
};
const anker = { id: 'anker', name: 'Het Anker', groups: [{ name: '3B', pupils: 20 }] };

describe('to a school: groups that had nothing', () => {
  it('names them, who has the next move, and where to ask', () => {
    const letter = idleGroupsLetter(brug, nl, url);

    expect(subjectOf(letter)).toBe('Nog niets dit schooljaar: 6A en 7/8');
    expect(asText(letter)).toMatch(
      /^2 groepen van De Brug deden dit schooljaar nog niets.*Jullie zijn aan zet/,
    );
    expect(asText(letter)).toContain('Groep: 6A, 24 leerlingen\nGroep: 7/8, 1 leerling');
    expect(asText(letter)).toContain(url);
  });

  it('speaks of one as one, and English to who reads English', () => {
    expect(asText(idleGroupsLetter(anker, nl, url))).toMatch(/^Eén groep van Het Anker deed/);
    expect(asText(idleGroupsLetter(anker, en, url))).toMatch(/^One group of Het Anker did nothing/);
    expect(subjectOf(idleGroupsLetter(brug, en, url))).toBe('Nothing yet this school year: 6A and 7/8');
  });
});

describe('to a coordinator: schools with such groups', () => {
  const region = { name: 'IJssel' };
  const of = (schools: readonly IdleSchool[], unreached: readonly IdleSchool[] = []) => ({
    ...{ region, schools, unreached },
    told: schools.length - unreached.length,
  });

  it('names each school with its groups', () => {
    const letter = idleSchoolsLetter(of([brug, anker]), nl, url);

    expect(subjectOf(letter)).toBe('2 scholen hebben groepen zonder activiteit: IJssel');
    expect(asText(letter)).toContain('De Brug: 6A en 7/8\nHet Anker: 3B');
    expect(asText(letter)).toContain('jij kunt ze bellen');
  });

  it('names forty and says how many more', () => {
    const many = Array.from({ length: 43 }, (_, i) => ({ ...anker, name: `School ${i}` }));
    const text = asText(idleSchoolsLetter(of(many), nl, url));

    expect(text).toContain('School 39: 3B');
    expect(text).not.toContain('School 40');
    expect(text).toContain('En nog 3 scholen.');
  });

  it('is in English too, and of one school', () => {
    expect(subjectOf(idleSchoolsLetter(of([anker]), en, url))).toBe(
      'One school has groups without an activity: IJssel',
    );
  });

  it.each([
    ['all', [], 'De scholen krijgen hier ook bericht van; jij kunt ze bellen.'],
    ['some', [anker], 'Niet alle scholen krijgen hier bericht van; jij kunt ze bellen.'],
    ['none', [brug, anker], 'De scholen krijgen hier geen bericht van'],
  ])('says that %s of them hear it too', (_, unreached, said) => {
    const text = asText(idleSchoolsLetter(of([brug, anker], unreached), nl, url));

    expect(text).toContain(said);
    expect(text.includes('Geen bericht gaat naar Het Anker: daar is niemand')).toBe(unreached.length === 1);
  });

  it('says which groups were asked for already', () => {
    const asked = { ...anker, groups: [{ name: '3B', pupils: 20, asked: true }] };
    const text = asText(idleSchoolsLetter({ region, schools: [asked], told: 0, unreached: [] }, nl, url));

    expect(text).toContain('Er is al iets voor aangevraagd; de scholen krijgen hier geen bericht van.');
    expect(text).toContain('Het Anker: 3B (aangevraagd)');
  });
});
