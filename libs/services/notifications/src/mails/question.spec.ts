import { aMatch, anAppointment, jan, twoLessons, withoutOffer } from '../../test/builders.js';
import type { Appointment } from '../owners/views.js';
import { asHtml } from './letter-html.js';
import { asText, subjectOf, type Reader } from './letter.js';
import { optionLetter } from './option.js';
import { questionLetter } from './question.js';

const url = 'https://leerbrug.test/afspraken/match-1';
const forSchool: Reader = { side: 'school', lang: 'nl', today: '2026-11-23' };
const forPartner: Reader = { side: 'partner', lang: 'nl', today: '2026-11-23' };
const inEnglish: Reader = { ...forSchool, lang: 'en' };

const questionText = (over: Partial<Appointment> = {}, reader = forSchool) =>
  asText(questionLetter(anAppointment(over), reader, url));

describe('the question', () => {
  it('says first what is asked and by when, then date, place, people and costs', () => {
    expect(questionText()).toBe(
      [
        'Zeg uiterlijk wo 2 dec of dit je past.',
        '',
        'Wat: Een robotarm in de klas',
        'Wanneer: di 12 jan 2027, 9.00–10.30 uur',
        'Waar: Op school: De Springplank, Dorpsstraat 1, 8261AA Kampen',
        'School: De Springplank, groep 7/8A, 26 leerlingen',
        'Partner: Machinefabriek Hoekstra',
        'Kosten: € 120,50: school € 60,25, regio € 60,25, partner € 0. Leerlingen betalen niets.',
        '',
        'Goed om te weten',
        '- Het aantal leerlingen veranderen kan tot en met za 9 jan 2027.',
        '- Kosteloos afzeggen kan tot en met di 5 jan 2027; zegt de school later af, dan betaalt die € 60,25.',
        '',
        'Bekijk de afspraak en zeg ja of nee:',
        url,
        '',
        'Past het net niet? Op dezelfde pagina stel je een andere tijd voor, of zeg je nee met een reden.',
        '',
        'Leerbrug',
        '',
      ].join('\n'),
    );
  });

  it('speaks English to who reads English', () => {
    const letter = questionLetter(anAppointment(), inEnglish, url);

    expect(subjectOf(letter)).toBe(
      'Does this suit you? Een robotarm in de klas, Tue 12 Jan 2027, 9:00–10:30',
    );
    expect(asText(letter)).toContain(
      'Costs: €120.50: school €60.25, region €60.25, partner €0. Pupils pay nothing.',
    );
    expect(asHtml(letter)).toContain('<html lang="en">');
  });

  it('says how long it takes while the time is not exact yet', () => {
    const slot = { id: 's', start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00' };
    const match = aMatch({ exact: false, sessions: [{ ...slot, groups: [{ groupId: 'g1', pupils: 26 }] }] });

    expect(questionText({ match })).toMatch(
      /^Zeg uiterlijk wo 2 dec of dit je past en hoe laat je wilt beginnen\./,
    );
    expect(questionText({ match })).toContain('8.30–12.00 uur: 90 minuten in deze tijd');
    expect(questionText({ match: { ...match, promise: 'firm' } })).toContain('8.30–12.00 uur\n');
    // As agreed, whatever the partner makes of its offer since.
    expect(questionText({ match: { ...match, minutes: 60 } })).toContain('60 minuten in deze tijd');
  });

  it('says that the other side has said yes', () => {
    const match = aMatch({ acceptedBy: { partner: { at: '' } } });

    expect(questionText({ match })).toContain('Machinefabriek Hoekstra heeft al ja gezegd.');
    expect(questionText({ match }, forPartner)).not.toContain('al ja gezegd');
  });

  it('says who proposes another time, and what they wrote', () => {
    const match = aMatch({ question: 2, acceptedBy: { partner: { at: '' } } });
    const history = [{ at: '2026-11-23T10:00:00Z', what: 'countered', reason: 'Liever vroeg' }];
    const letter = questionLetter(anAppointment({ match, history }), forSchool, url);

    expect(subjectOf(letter)).toBe(
      'Past deze andere tijd? Een robotarm in de klas, di 12 jan 2027, 9.00–10.30 uur',
    );
    expect(asText(letter)).toContain('Machinefabriek Hoekstra stelt een andere tijd voor.\n  „Liever vroeg”');
  });

  it.each([
    ['pupils', /^Past dit andere aantal\? /, 'stelt een ander aantal leerlingen voor.'],
    ['both', /^Past deze andere tijd, met een ander aantal\? /, 'stelt een andere tijd en een ander aantal'],
  ] as const)('says what of it is proposed otherwise: %s', (changed, subject, said) => {
    const match = aMatch({ question: 2, acceptedBy: { partner: { at: '' } } });
    const history = [{ at: '2026-11-23T10:00:00Z', what: 'countered', changed }];
    const letter = questionLetter(anAppointment({ match, history }), forSchool, url);

    expect(subjectOf(letter)).toMatch(subject);
    expect(asText(letter)).toContain(said);
    expect(asText(letter)).not.toContain('een andere tijd voor.');
  });

  it('names what is in consultation, and whom to call', () => {
    const sentence = {
      nl: 'Of dit past bij een rolstoel, gaat in overleg.',
      en: 'A wheelchair is discussed.',
    };
    const match = aMatch({ warnings: [{ code: 'suitability-in-consultation', facts: {}, sentence }] });
    const text = questionText({ match, coordinator: jan });

    expect(text).toContain('Goed om te weten\n- Of dit past bij een rolstoel, gaat in overleg.');
    expect(text).toContain('coördinator: Jan Hoekstra, 0687654321, jan@fabriek.example.');
  });

  it('names every limit that was passed knowingly, with its reason', () => {
    const despite = [
      { condition: 'group-size', reason: 'Zij nemen altijd 33.' },
      { condition: 'theme', reason: 'Past in het project.' },
    ];
    const sessions = [{ ...aMatch().sessions[0]!, groups: [{ groupId: 'g1', pupils: 33 }] }];
    const match = aMatch({ despite, sessions });

    expect(questionText({ match }, forPartner)).toContain(
      '- Let op: 33 leerlingen, meer dan de 32 die jullie noemen. Zij nemen altijd 33.\n- Let op: dit gaat over een ander thema dan gevraagd. Past in het project.',
    );
    expect(questionText({ match })).toContain('meer dan de 32 die Machinefabriek Hoekstra noemt.');
    expect(questionText({ match }, inEnglish)).toContain(
      'Please note: 33 pupils, more than the 32 that Machinefabriek Hoekstra names.',
    );
  });

  it('puts several sessions below each other, each with its groups and its time', () => {
    expect(questionText({ match: aMatch(twoLessons) })).toContain(
      'Wanneer: di 12 jan 2027, 9.00–10.00 uur: groep 7/8A, 26 leerlingen\n  di 12 jan 2027, 10.00–11.00 uur: groep 6B, 24 leerlingen',
    );
    expect(questionText({ match: aMatch(twoLessons) })).toContain(
      'School: De Springplank, groep 7/8A en groep 6B, 50 leerlingen',
    );
  });

  it('shows the note of the school to the partner alone', () => {
    const match = aMatch({ note: 'Wij hebben een digibord.' });

    expect(questionText({ match }, forPartner)).toContain('De school schrijft: „Wij hebben een digibord.”');
    expect(questionText({ match })).not.toContain('digibord');
  });

  it('says nothing of a fee where the school pays nothing, and that a date has passed', () => {
    const costs = { totalCents: 0, schoolCents: 0, regionCents: 0, partnerCents: 0 };
    const late = { ...forSchool, today: '2027-01-11' };

    expect(questionText({ match: aMatch({ costs }) })).not.toContain('afzeggen kan');
    expect(questionText({}, late)).toContain('- Het aantal leerlingen ligt vast.');
    expect(questionText({}, late)).toContain('- Zegt de school af, dan betaalt die € 60,25.');
  });

  it('asks whether what was arranged is right, with what is known without an offer', () => {
    const by = (how?: string) => ({ acceptedBy: { partner: { at: '', ...(how ? { how } : {}) } } });
    const letter = questionLetter(withoutOffer(by('beforehand')), forSchool, url);

    expect(subjectOf(letter)).toBe('Klopt dit? Een robotarm in de klas, di 12 jan 2027, 9.00–10.30 uur');
    expect(asText(letter)).toMatch(/^Zeg uiterlijk wo 2 dec of dit klopt\./);
    expect(asText(letter)).toContain('Machinefabriek Hoekstra heeft deze afspraak vastgelegd.');
    expect(asText(questionLetter(withoutOffer(by()), forSchool, url))).toContain(
      'De coördinator heeft deze afspraak met Machinefabriek Hoekstra vastgelegd. Machinefabriek Hoekstra heeft al ja gezegd.',
    );
    expect(asText(questionLetter(withoutOffer(), forSchool, url))).toContain(
      'De coördinator heeft deze afspraak met Machinefabriek Hoekstra vastgelegd.',
    );
  });

  it('asks whether to do it once more', () => {
    const match = aMatch({ origin: 'repeated', acceptedBy: { school: { at: '' } } });
    const letter = questionLetter(anAppointment({ match }), { ...forPartner, lang: 'en' }, url);

    expect(subjectOf(letter)).toContain('Together again?');
    expect(asText(letter)).toContain('De Springplank would like to do this with you again.');
  });

  it.each([
    ['at-partner', 'Bij de partner: Machinefabriek Hoekstra, 8011PK Zwolle'],
    ['online', 'Waar: Online'],
  ] as const)('says where it is: %s', (place, said) => {
    expect(questionText({ match: aMatch({ place }) })).toContain(said);
  });

  it('says that it costs nothing when it costs nothing', () => {
    const costs = { totalCents: 0, schoolCents: 0, regionCents: 0, partnerCents: 0 };

    expect(questionText({ match: aMatch({ costs }) })).toContain('Kosten: Geen. Leerlingen betalen niets.');
  });
});

describe('the option', () => {
  const option = aMatch({ origin: 'booked', state: 'option', acceptedBy: { partner: { at: '' } } });

  it('says until when the place is kept, and how to take it up or give it up', () => {
    const letter = optionLetter(anAppointment({ match: option }), forSchool, url);

    expect(subjectOf(letter)).toMatch(/^Optie, bevestig uiterlijk wo 2 dec: Een robotarm/);
    expect(asText(letter)).toMatch(
      /^Deze plek is voor je vastgehouden\. Bevestig uiterlijk wo 2 dec, anders vervalt de optie\./,
    );
    expect(asText(letter)).toContain('Bevestig de optie of geef hem terug');
    expect(asText(optionLetter(anAppointment({ match: option }), inEnglish, url))).toMatch(
      /^This place is kept for you\. Confirm by Wed 2 Dec/,
    );
  });
});
