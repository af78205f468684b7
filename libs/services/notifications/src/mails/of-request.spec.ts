import type { RequestState } from '#libs/contracts';
import type { Lang } from '#libs/facts';
import { aGroup, anAppointment, aRequest } from '../../test/builders.js';
import { callLetter, callFailedLetter } from './call.js';
import { asText, subjectOf, type Reader } from './letter.js';
import { requestQuestionLetter } from './request-question.js';
import { unmetLetter } from './unmet.js';

const url = 'https://leerbrug.test/aanvragen/request-1';
const forSchool: Reader = { side: 'school', lang: 'nl', today: '2026-12-08' };

describe('"not yet"', () => {
  const found = (fitting: number, obstacles: string[] = []) => ({ fitting, obstacles });

  it('says why as it is now, and the ways on', () => {
    const letter = unmetLetter(aRequest(), found(0, ['distance', 'made-up']), forSchool, url);

    expect(subjectOf(letter)).toBe('Nog niet gelukt: Robots in de zorg');
    expect(asText(letter)).toContain('Waarom: Aanbod is te ver weg. Een grotere afstand helpt.\nGevraagd');
    expect(asText(letter)).toMatch(/Vraag ruimer[^]*wachtlijst[^]*oproep aan partners/);
    expect(asText(letter)).not.toContain('made-up');
  });

  it('says that something fitted, or that nothing does, when it knows no more', () => {
    const inEnglish: Reader = { ...forSchool, lang: 'en' };

    expect(asText(unmetLetter(aRequest(), found(3), forSchool, url))).toContain('Er past wel aanbod');
    expect(asText(unmetLetter(aRequest({ unconfirmed: true }), found(3), forSchool, url))).toContain(
      'Waarom: De coördinator heeft nog niet bevestigd dat je op deze school werkt.',
    );
    expect(asText(unmetLetter(aRequest(), undefined, inEnglish, url))).toContain(
      'There is no offer that fits now.',
    );
  });

  it('is for some of the groups only, where others have their appointment', () => {
    const text = asText(unmetLetter(aRequest({ state: 'partly-met' }), found(0, ['time']), forSchool, url));

    expect(text).toMatch(
      /^Voor een deel van je groepen[^]*Waarom: Aanbod is op andere dagen[^]*Vraag ruimer/,
    );
  });

  it('waits for the school where a question is open, and says which', () => {
    const request = aRequest({ state: 'needs-info', question: 'Kan het ook ’s middags?' });
    const letter = unmetLetter(request, found(3), forSchool, url);

    expect(subjectOf(letter)).toBe('We wachten op je antwoord: Robots in de zorg');
    expect(asText(letter)).toContain('Vraag: „Kan het ook ’s middags?”');
    expect(asText(letter)).not.toMatch(/Er past wel aanbod|Vraag ruimer/);
  });

  it('is the end of it once the days it was wished for are over', () => {
    const letter = unmetLetter(aRequest({ state: 'expired' }), undefined, forSchool, url);

    expect(subjectOf(letter)).toBe('Niet gelukt: Robots in de zorg');
    expect(asText(letter)).toContain('Vraag het opnieuw aan voor een andere periode.');
    expect(asText(letter)).not.toMatch(/blijft staan|nu geen aanbod/);

    const inPart = unmetLetter(aRequest({ state: 'expired', matchIds: ['m'] }), undefined, forSchool, url);
    expect(subjectOf(inPart)).toBe('Niet voor iedereen gelukt: Robots in de zorg');
    expect(asText(inPart)).toMatch(/een deel van je groepen kwam er geen afspraak\. De rest blijft staan\./);
  });
});

describe('a question before anybody looks further', () => {
  it('says what it is, to be answered with the request', () => {
    const request = aRequest({ state: 'needs-info', question: 'Met hoeveel komen jullie?' });
    const letter = requestQuestionLetter(request, forSchool, url);

    expect(subjectOf(letter)).toBe('Een vraag over je aanvraag: Robots in de zorg');
    expect(asText(letter)).toContain('Vraag: „Met hoeveel komen jullie?”');
    expect(asText(letter)).toContain(`Beantwoord de vraag:\n${url}`);
  });
});

describe('a call to partners', () => {
  const call = {
    template: 'call',
    callId: 'call-1',
    requestId: 'request-1',
    organisationId: 'factory',
    answerBy: '2026-12-18T23:59:00+01:00',
  } as const;
  const { school } = anAppointment();
  const forPartner: Reader = { ...forSchool, side: 'partner' };

  it('says what is looked for, in which municipality, and by when', () => {
    const letter = callLetter(call, { request: aRequest(), school }, forPartner, url);

    expect(subjectOf(letter)).toBe('Kun jij dit? Een school in Kampen zoekt: Robots in de zorg');
    expect(asText(letter)).toMatch(
      /^Een school in Kampen zoekt iemand en vond nog niets\. Kun jij\? Laat het uiterlijk vr 18 dec weten\./,
    );
    expect(asText(letter)).toContain('Soort: gastles\nVoor wie: groep 7/8, 26 leerlingen');
    expect(asText(letter)).toContain(url);
  });

  it('names neither the school nor its classes', () => {
    const request = aRequest({ groups: [aGroup({ name: 'De Kikkers van juf Ans' })] });
    const text = asText(callLetter(call, { request, school }, { ...forPartner, lang: 'en' }, url));

    expect(text).toMatch(/^A school in Kampen looks for somebody/);
    expect(text).not.toMatch(/Springplank|Kikkers|juf/);
  });

  it('says it without a town when none is known', () => {
    const nowhere = { id: 's', name: 'De Springplank' };

    expect(subjectOf(callLetter(call, { request: aRequest(), school: nowhere }, forPartner, url))).toBe(
      'Kun jij dit? Een school zoekt: Robots in de zorg',
    );
  });

  it('that became no appointment says why, and whether another time still helps', () => {
    const failed = {
      template: 'call-failed',
      ...{ requestId: 'request-1', organisationId: 'factory' },
      ...{ start: '2027-01-15T09:00:00+01:00', end: '2027-01-15T10:30:00+01:00', answerBy: call.answerBy },
    } as const;
    const said = (state: RequestState, lang: Lang = 'nl', over = {}) =>
      asText(callFailedLetter({ ...failed, ...over }, aRequest({ state }), { ...forPartner, lang }, url));

    expect(said('open')).toMatch(/Kun je op een ander moment\? Antwoord dan uiterlijk vr 18 dec nog eens\./);
    expect(said('open')).toMatch(/Jouw moment: vr 15 jan 2027, 9\.00–10\.30 uur\nWaarom: Op dat moment/);
    expect(said('open', 'nl', { answerBy: undefined })).toMatch(
      /Je hoeft niets te doen\.[^]*intussen al geholpen/,
    );
    expect(said('met')).toMatch(/Je hoeft niets te doen\.[^]*De school was intussen al geholpen\./);
    expect(said('withdrawn', 'en')).toMatch(/nothing to do\.[^]*The school no longer looks for it\./);
  });
});
