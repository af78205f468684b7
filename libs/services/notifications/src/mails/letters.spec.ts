import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import PostalMime from 'postal-mime';
import { aMatch, anAppointment, anOffer, aRequest, jan } from '../../test/builders.js';
import type { Appointment } from '../owners/views.js';
import { confirmationLetter } from './confirmation.js';
import { endingLetter } from './ending.js';
import { asHtml } from './letter-html.js';
import { asText, subjectOf, type Letter, type Reader } from './letter.js';
import { questionLetter } from './question.js';
import { receiptLetter } from './receipt.js';

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
    expect(questionText({ match, offer: anOffer({ promise: 'firm' }) })).toContain('8.30–12.00 uur\n');
  });

  it('says that the other side has said yes', () => {
    const match = aMatch({ acceptedBy: { partner: { at: '' } } });

    expect(questionText({ match })).toContain('Machinefabriek Hoekstra heeft al ja gezegd.');
    expect(questionText({ match }, forPartner)).not.toContain('al ja gezegd');
  });

  it('says who proposes another time, and what they wrote', () => {
    const match = aMatch({ question: 2, acceptedBy: { partner: { at: '' } } });
    const letter = questionLetter(anAppointment({ match, counterNote: 'Liever vroeg' }), forSchool, url);

    expect(subjectOf(letter)).toBe('Past deze andere tijd? Een robotarm in de klas');
    expect(asText(letter)).toContain('Machinefabriek Hoekstra stelt een andere tijd voor.\n  „Liever vroeg”');
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

  it.each([
    ['at-partner', 'Bij de partner: Machinefabriek Hoekstra, 8011PK Zwolle'],
    ['online', 'Waar: Online'],
  ] as const)('says where it is: %s', (place, said) => {
    expect(questionText({ offer: anOffer({ place }) })).toContain(said);
  });

  it('says that it costs nothing when it costs nothing', () => {
    const costs = { totalCents: 0, schoolCents: 0, regionCents: 0, partnerCents: 0 };

    expect(questionText({ match: aMatch({ costs }) })).toContain('Kosten: Geen. Leerlingen betalen niets.');
  });
});

describe('the receipt', () => {
  const receipt = (fitting: number, obstacles: string[] = []) =>
    asText(
      receiptLetter(
        { template: 'receipt', requestId: 'request-1', fitting, obstacles },
        aRequest(),
        forSchool,
        'https://leerbrug.test/aanvragen/request-1',
      ),
    );

  it('says by when the school hears from us, what it asked and how much fits', () => {
    expect(receipt(12)).toMatch(/^Je hoeft nu niets te doen: uiterlijk ma 7 dec hoor je van ons\./);
    expect(receipt(12)).toContain('Voor wie: groep 7/8A, 26 leerlingen');
    expect(receipt(12)).toContain('Wanneer: ma 11 jan 2027 – vr 12 feb 2027, di en do, ochtend');
    expect(receipt(12)).toContain('Nu passend: 12 verschillende soorten aanbod');
  });

  it('says what keeps offers out when none fits, and nothing it has no words for', () => {
    const text = receipt(0, ['distance', 'made-up', 'time']);

    expect(text).toContain('- Aanbod is te ver weg. Een grotere afstand helpt.\n- Aanbod is op andere dagen');
    expect(text).not.toContain('made-up');
    expect(receipt(3, ['distance'])).not.toContain('te ver weg');
  });
});

describe('the confirmation', () => {
  it('holds the visit sheet', () => {
    const text = asText(confirmationLetter(anAppointment(), forSchool, url));

    expect(text).toContain('Draaiboek\n\nContact van de school: Ans Bakker, 0612345678, ans@school.example');
    expect(text).toContain('Contact van de partner: Jan Hoekstra');
    expect(text).toContain('Ontvangst: Meld je bij de balie.');
    expect(text).toContain('- De leerkracht blijft bij de klas');
    expect(text).toContain('uiterlijk 3 dagen van tevoren');
  });
});

describe('the end', () => {
  const links = { match: url, request: 'https://leerbrug.test/aanvragen/request-1' };
  const ending = {
    template: 'ending',
    matchId: 'match-1',
    ending: 'declined',
    by: 'partner',
    wasConfirmed: false,
  };
  const told = (over: object, appointment: Partial<Appointment>, reader: Reader) =>
    asText(endingLetter({ ...ending, ...over } as never, anAppointment(appointment), reader, links));
  const declined = aMatch({ state: 'declined', ended: { by: 'partner', reason: 'Te druk' } });

  it('tells the school why, and that we go on', () => {
    const text = told({}, { match: declined }, forSchool);

    expect(text).toMatch(
      /^Je hoeft niets te doen: je aanvraag staat weer open en wij zoeken verder\. Je hoort uiterlijk ma 7 dec van ons\./,
    );
    expect(text).toContain('Waarom: Machinefabriek Hoekstra kan niet.\n  „Te druk”');
    expect(text).toContain(links.request);
  });

  it('promises no date that has passed', () => {
    const text = told({}, { match: declined }, { ...forSchool, today: '2026-12-20' });

    expect(text).toMatch(/wij zoeken verder\.\n/);
  });

  it('tells the partner that the place is free again', () => {
    expect(told({ by: 'school' }, { match: declined }, forPartner)).toContain('je plek is weer vrij');
    expect(told({ by: 'school' }, { match: declined }, forPartner)).toContain('De Springplank kan niet.');
  });

  it('says who did not answer, without blame when it was the reader', () => {
    const match = aMatch({ state: 'released', acceptedBy: { school: { at: '' } } });
    const over = { ending: 'released', by: 'clock' };

    expect(told(over, { match }, forSchool)).toContain(
      'Machinefabriek Hoekstra heeft niet op tijd geantwoord.',
    );
    expect(told(over, { match }, forPartner)).toContain('Er kwam niet op tijd een antwoord.');
  });

  it.each([
    ['coordinator', 'De coördinator heeft de afspraak afgezegd.'],
    ['school', 'De Springplank heeft de afspraak afgezegd.'],
    ['request-withdrawn', 'De school heeft de aanvraag ingetrokken.'],
  ])('says who cancelled: %s', (by, said) => {
    const match = aMatch({ state: 'cancelled', ended: { by, reason: 'Ziek' } });

    expect(told({ ending: 'cancelled', by, wasConfirmed: true }, { match }, forPartner)).toContain(said);
  });
});

describe('any mail', () => {
  const hostile = '<script>alert("x")</script> & \'Co\'\r\nBcc: everybody@evil.example';
  const letters = (): Letter[] => {
    const appointment = anAppointment({
      offer: anOffer({ title: hostile, visit: { arrival: hostile } }),
      school: { id: 's', name: hostile },
      partner: { id: 'p', name: hostile },
      counterNote: hostile,
      coordinator: { ...jan, name: hostile },
      match: aMatch({ question: 2, ended: { by: 'partner', reason: hostile } }),
    });
    const ending = {
      template: 'ending',
      matchId: 'm',
      ending: 'declined',
      by: 'partner',
      wasConfirmed: true,
    } as const;
    const receipt = { template: 'receipt', requestId: 'r', fitting: 0, obstacles: [] } as const;
    return (['nl', 'en'] as const).flatMap((lang) => [
      questionLetter(appointment, { ...forPartner, lang }, url),
      confirmationLetter(appointment, { ...forSchool, lang }, url),
      endingLetter(ending, appointment, { ...forSchool, lang }, { match: url, request: url }),
      receiptLetter(receipt, aRequest({ title: hostile }), { ...forSchool, lang }, url),
    ]);
  };

  it('keeps hostile names out of HTML and headers', () => {
    for (const letter of letters()) {
      expect(asHtml(letter)).not.toMatch(/<script|alert\("|'Co'/);
      expect(asHtml(letter)).toContain('&lt;script&gt;');
      expect(subjectOf(letter)).not.toMatch(/\p{Cc}/u);
    }
  });

  it('says the same in HTML as in text', () => {
    for (const letter of letters()) {
      const html = asHtml(letter);
      const shown = html
        .replace(/<title>.*?<\/title>/s, '')
        .replace(/<br>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '');
      const { ask, facts, notes, otherwise, sheet } = letter;
      const said = [ask, ...facts.map(({ text }) => text), ...notes, ...otherwise, ...(sheet?.lines ?? [])];
      for (const line of said) {
        expect(plain(shown)).toContain(plain(line));
        expect(plain(asText(letter))).toContain(plain(line));
      }
    }
  });

  it('keeps a subject short', () => {
    const letter = questionLetter(
      anAppointment({ offer: anOffer({ title: 'x'.repeat(200) }) }),
      forSchool,
      url,
    );

    expect(subjectOf(letter)).toHaveLength(150);
  });

  it('survives the trip through a real mail', async () => {
    const letter = confirmationLetter(anAppointment(), forSchool, url);
    const mail = { from: 'a@b.example', to: 'c@d.example', subject: subjectOf(letter) };
    const bytes = await new MailComposer({ ...mail, text: asText(letter), html: asHtml(letter) })
      .compile()
      .build();

    const read = await PostalMime.parse(bytes);

    expect(read.subject).toBe('Afgesproken: Een robotarm in de klas, di 12 jan 2027, 9.00–10.30 uur');
    expect(read.text?.trim()).toBe(asText(letter).trim());
    expect(read.html?.trim()).toBe(asHtml(letter));
  });
});

const plain = (text: string) => text.replace(/\s+/g, ' ');
const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
