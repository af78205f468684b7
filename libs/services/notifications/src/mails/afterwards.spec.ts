import { anAppointment, withoutOffer } from '../../test/builders.js';
import { figuresLetter, recordedLetter } from './afterwards.js';
import { againLetter } from './thanks.js';
import { asText, subjectOf, type Reader } from './letter.js';

const url = 'https://leerbrug.test/afspraken/match-1';
const forSchool: Reader = { side: 'school', lang: 'nl', today: '2027-01-12' };
const forPartner: Reader = { ...forSchool, side: 'partner' };

describe('after the activity', () => {
  it('asks the school how many came, with what we think', () => {
    const letter = figuresLetter(anAppointment(), forSchool, url);

    expect(subjectOf(letter)).toBe(
      'Hoeveel leerlingen waren er? Een robotarm in de klas, di 12 jan, 9.00–10.30 uur',
    );
    expect(asText(letter)).toMatch(
      /^Hoeveel leerlingen waren er\? Klopt wat we invulden\? Dan is één tik genoeg\./,
    );
    expect(asText(letter)).toContain('Ingevuld: 26 leerlingen, 3 begeleiders, 1 groep');
    expect(asText(letter)).toContain(url);
  });

  it('asks the partner how many hours it took, with what we think', () => {
    const letter = figuresLetter(anAppointment(), forPartner, url);

    expect(subjectOf(letter)).toMatch(/^Hoeveel uur kostte het\? /);
    expect(asText(letter)).toContain('Ingevuld: 1 persoon, 1 uur voorbereiden, 1,5 uur geven, 1 uur reizen');
    expect(asText(figuresLetter(anAppointment(), { ...forPartner, lang: 'en' }, url))).toContain(
      'Filled in: 1 person, 1 hour preparing, 1.5 hours giving it, 1 hour travelling',
    );
  });
});

describe('what was recorded afterwards', () => {
  it('is to be called right by the other side, figures and all', () => {
    const recorded = withoutOffer({ state: 'held', acceptedBy: { school: { at: '', how: 'beforehand' } } });
    const text = asText(recordedLetter(recorded, forPartner, url));

    expect(text).toMatch(/^De Springplank heeft vastgelegd dat dit er was\. Zeg of het klopt\./);
    expect(text).toContain('Klopt het? Geef dan ook door hoeveel uur het kostte.');
    expect(text).toContain('1,5 uur geven');
  });

  it('does not say that a side recorded it that only said yes to it', () => {
    const agreed = withoutOffer({ state: 'held', acceptedBy: { school: { at: '' } } });

    expect(asText(recordedLetter(agreed, forPartner, url))).toMatch(/^De coördinator heeft vastgelegd/);
  });

  it('names the coordinator when neither side recorded it', () => {
    const letter = recordedLetter(withoutOffer({ state: 'held' }), { ...forSchool, lang: 'en' }, url);

    expect(subjectOf(letter)).toMatch(/^Is this right\? /);
    expect(asText(letter)).toMatch(/^The coordinator has recorded that this took place\./);
  });
});

describe('"once more?"', () => {
  it.each([
    ['2027-11-12', 'Vorig schooljaar'],
    ['2027-07-12', 'Eerder dit schooljaar'],
    ['2029-01-12', 'Eerder'],
  ])('says in which school year it was: on %s', (today, then) => {
    const letter = againLetter(anAppointment(), { ...forSchool, today }, url);

    expect(subjectOf(letter)).toBe('Nog een keer? Een robotarm in de klas');
    expect(asText(letter)).toMatch(new RegExp(`^${then} deden jullie dit met Machinefabriek Hoekstra\\.`));
  });
});
