import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import PostalMime from 'postal-mime';
import {
  aMatch,
  anAppointment,
  anOffer,
  aRequest,
  aWeekLater,
  jan,
  withoutOffer,
} from '../../test/builders.js';
import type { Appointment } from '../owners/views.js';
import { figuresLetter, recordedLetter } from './afterwards.js';
import { callLetter, callFailedLetter } from './call.js';
import { changeDroppedLetter, changeLetter } from './change.js';
import { confirmationLetter } from './confirmation.js';
import { contactChangedLetter, handedOverLetter } from './contact-changed.js';
import { endingLetter } from './ending.js';
import { asHtml } from './letter-html.js';
import { asText, subjectOf, type Letter, type Reader } from './letter.js';
import { nudgeLetter } from './nudge.js';
import { optionLetter } from './option.js';
import { questionLetter } from './question.js';
import { receiptLetter } from './receipt.js';
import { requestQuestionLetter } from './request-question.js';
import { unmetLetter } from './unmet.js';

const url = 'https://leerbrug.test/afspraken/match-1';
const forSchool: Reader = { side: 'school', lang: 'nl', today: '2026-11-23' };
const forPartner: Reader = { side: 'partner', lang: 'nl', today: '2026-11-23' };

describe('the nudge', () => {
  it('says that we look further only where there is a request to look for', () => {
    const told = (match: ReturnType<typeof aMatch>) =>
      asText(nudgeLetter(anAppointment({ match }), forPartner, url));

    expect(told(aMatch())).toContain('dan zoeken we verder');
    expect(told(aMatch({ origin: 'arranged', requestId: null }))).not.toMatch(/zoeken|naar een ander/);
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
    expect(receipt(12)).toContain('Nu passend: 12 mogelijkheden');
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
    expect(text).toContain('- Het aantal leerlingen veranderen kan tot en met za 9 jan.');
  });
});

describe('a confirmation of another kind', () => {
  it('tells a partner with a firm programme who comes, limits passed and note included', () => {
    const match = aMatch({
      origin: 'booked',
      promise: 'firm',
      state: 'confirmed',
      calendarSequence: 1,
      acceptedBy: { school: { at: '' }, partner: { at: '', how: 'beforehand' } },
      despite: [{ condition: 'lead-time', reason: 'Zij konden gisteren pas.' }],
      note: 'Mogen we filmen?',
    });
    const firm = anAppointment({ match });

    expect(asText(confirmationLetter(firm, forPartner, url))).toMatch(
      /^De Springplank koos een tijd die je had vrijgegeven\./,
    );
    expect(asText(confirmationLetter(firm, forPartner, url))).toContain('„Mogen we filmen?”');
    expect(asText(confirmationLetter(firm, forPartner, url))).toContain('Zij konden gisteren pas.');
    expect(asText(confirmationLetter(firm, forSchool, url))).toMatch(/^Het is afgesproken\./);
  });

  it('says that a change is agreed', () => {
    const letter = confirmationLetter(anAppointment(), forSchool, url, 'agreed-anew');

    expect(subjectOf(letter)).toMatch(/^Gewijzigd: /);
    expect(asText(letter)).toContain('De bijlage werkt je agenda bij');
  });

  it('leaves out what nobody knows without an offer', () => {
    const text = asText(confirmationLetter(withoutOffer(), forSchool, url));

    expect(text).toContain('De leerkracht blijft bij de klas');
    expect(text).not.toMatch(/Aankomst|Ontvangst|eigen materiaal/);
  });
});

describe('the end', () => {
  const page = 'https://leerbrug.test/aanvragen/request-1';
  const links = { match: url, request: { ...aRequest(), url: page } };
  const ending = {
    template: 'ending',
    matchId: 'match-1',
    ending: 'declined',
    by: 'partner',
    wasConfirmed: false,
  };
  const told = (over: object, appointment: Partial<Appointment>, reader: Reader) =>
    asText(endingLetter({ ...ending, ...over } as never, anAppointment(appointment), reader, links));
  const declined = aMatch({ state: 'declined', ended: { by: 'partner', reason: 'Te druk', feeCents: 0 } });

  it('promises nothing for a wish whose days are over, or that was withdrawn', () => {
    const over = {
      ...links,
      request: { ...links.request, windows: [{ from: '2026-11-02', to: '2026-11-06' }] },
    };
    const withdrawn = { ...links, request: { ...links.request, state: 'withdrawn' as const } };
    const said = (way: typeof over) =>
      asText(endingLetter(ending as never, anAppointment({ match: declined }), forSchool, way));

    expect(said(over)).toMatch(/de periode die je vroeg is voorbij\. Vraag het opnieuw aan/);
    for (const way of [over, withdrawn as never])
      expect(said(way)).not.toMatch(/wij zoeken verder|weer open/);
  });

  it('tells the school why, and that we go on', () => {
    const text = told({}, { match: declined }, forSchool);

    expect(text).toMatch(
      /^Je hoeft niets te doen: je aanvraag staat weer open en wij zoeken verder\. Je hoort uiterlijk ma 7 dec van ons\./,
    );
    expect(text).toContain('Waarom: Machinefabriek Hoekstra kan niet.\n  „Te druk”');
    expect(text).toContain(page);
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

  it('says when the question did not arrive, and not that somebody was silent', () => {
    const ended = {
      by: 'clock',
      reason: 'De vraag kwam bij niemand aan.',
      reasonCode: 'undelivered',
      feeCents: 0,
    };
    const match = aMatch({ state: 'released', acceptedBy: { school: { at: '' } }, ended });

    expect(told({ ending: 'released', by: 'clock' }, { match }, forSchool)).toContain(
      'De vraag kwam niet aan bij Machinefabriek Hoekstra.',
    );
  });

  it('says what the school owes when it cancelled late', () => {
    const ended = { by: 'school', reason: 'Ziek', feeCents: 6_025 };
    const match = aMatch({ state: 'cancelled', requestId: null, ended });
    const over = { ending: 'cancelled', by: 'school', wasConfirmed: true };

    expect(told(over, { match }, forSchool)).toContain(
      'Kosten: De school betaalt € 60,25: er is later afgezegd dan zonder kosten kon.',
    );
    expect(told(over, { match }, { ...forPartner, lang: 'en' })).toContain('The school pays €60.25');
  });

  it('says that an option has lapsed', () => {
    const match = aMatch({ origin: 'booked', requestId: null, state: 'released' });
    const text = told({ ending: 'released', by: 'clock' }, { match }, forSchool);

    expect(text).toContain('Waarom: De optie is niet op tijd bevestigd.');
    expect(text).toContain('de plek is weer vrij');
  });

  it('blames nobody for a no-show', () => {
    const ended = { by: 'school', reason: 'De gast kwam gewoon niet!', feeCents: 0 };
    const match = aMatch({ state: 'no-show', ended });
    const over = { ending: 'no-show', by: 'school', wasConfirmed: true };

    for (const reader of [forSchool, forPartner]) {
      expect(told(over, { match }, reader)).toContain('Er is gemeld dat iemand er niet was.');
      expect(told(over, { match }, reader)).not.toContain('gewoon niet');
      expect(told(over, { match }, reader)).not.toContain('je agenda');
    }
  });

  it('says who finds that what was recorded is not right', () => {
    const { match } = withoutOffer({ ended: { by: 'partner', reason: 'Dat was 2025.', feeCents: 0 } });

    expect(told({ wasConfirmed: true }, { match }, forSchool)).toContain(
      'Machinefabriek Hoekstra zegt dat dit niet klopt.\n  „Dat was 2025.”',
    );
  });

  it.each([
    ['coordinator', 'De coördinator heeft de afspraak afgezegd.'],
    ['school', 'De Springplank heeft de afspraak afgezegd.'],
    ['request-withdrawn', 'De school heeft de aanvraag ingetrokken.'],
  ])('says who cancelled: %s', (by, said) => {
    const match = aMatch({ state: 'cancelled', ended: { by, reason: 'Ziek', feeCents: 0 } });

    expect(told({ ending: 'cancelled', by, wasConfirmed: true }, { match }, forPartner)).toContain(said);
  });
});

describe('any mail', () => {
  const hostile = '<script>alert("x")</script> & \'Co\'\r\nBcc: everybody@evil.example';
  const letters = (): Letter[] => {
    const appointment = anAppointment({
      offer: anOffer({ visit: { arrival: hostile } }),
      school: { id: 's', name: hostile },
      partner: { id: 'p', name: hostile },
      history: [
        { at: '2026-11-23T10:00:00Z', what: 'countered', reason: hostile },
        { at: '2026-11-23T11:00:00Z', what: 'change-wanted', side: 'school' },
        { at: '2026-11-23T12:00:00Z', what: 'change-dropped', reason: hostile },
      ],
      coordinator: { ...jan, name: hostile },
      match: aMatch({
        title: hostile,
        note: hostile,
        question: 2,
        change: { ...aWeekLater, reason: hostile },
        despite: [{ condition: 'time', reason: hostile }],
        ended: { by: 'partner', reason: hostile, feeCents: 0 },
      }),
    });
    const ending = {
      template: 'ending',
      matchId: 'm',
      ending: 'declined',
      by: 'partner',
      wasConfirmed: true,
    } as const;
    const receipt = { template: 'receipt', requestId: 'r', fitting: 0, obstacles: ['time'] } as const;
    const call = {
      template: 'call',
      callId: 'c',
      requestId: 'r',
      organisationId: 'o',
      answerBy: '2026-12-18T23:59:00+01:00',
    } as const;
    const failed = {
      template: 'call-failed',
      ...{ requestId: 'r', organisationId: 'o', answerBy: call.answerBy },
      ...{ start: '2027-01-15T09:00:00+01:00', end: '2027-01-15T10:30:00+01:00' },
    } as const;
    const dropped = {
      template: 'change-dropped',
      matchId: 'm',
      by: 'partner',
      at: '2026-11-24T12:00:00Z',
    } as const;
    const request = aRequest({ title: hostile });
    return (['nl', 'en'] as const).flatMap((lang) => [
      questionLetter(appointment, { ...forPartner, lang }, url),
      confirmationLetter(appointment, { ...forSchool, lang }, url),
      contactChangedLetter(appointment, { ...forPartner, lang }, url),
      handedOverLetter(appointment, { ...forPartner, lang }, url),
      endingLetter(ending, appointment, { ...forSchool, lang }, { match: url }),
      receiptLetter(receipt, request, { ...forSchool, lang }, url),
      unmetLetter(request, { fitting: 0, obstacles: ['time'] }, { ...forSchool, lang }, url),
      requestQuestionLetter({ ...request, question: hostile }, { ...forSchool, lang }, url),
      callLetter(call, { request, school: appointment.school }, { ...forPartner, lang }, url),
      callFailedLetter(failed, request, { ...forPartner, lang }, url),
      optionLetter(appointment, { ...forSchool, lang }, url),
      changeLetter(appointment, { ...forSchool, lang }, url),
      changeDroppedLetter(dropped, appointment, { ...forSchool, lang }, url),
      figuresLetter(appointment, { ...forPartner, lang }, url),
      recordedLetter(appointment, { ...forPartner, lang }, url),
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
      anAppointment({ match: aMatch({ title: 'x'.repeat(200) }) }),
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
