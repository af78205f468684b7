import { aMatch, anAppointment, aWeekLater } from '../../test/builders.js';
import type { MatchView } from '../owners/views.js';
import { checkLetter, reminderLetter } from './before.js';
import { bundleOf } from './bundle.js';
import { bundleAsHtml } from './letter-html.js';
import { asText, bundleAsText, type Reader } from './letter.js';
import { nudgeLetter } from './nudge.js';

const url = 'https://leerbrug.test/afspraken/match-1';
const forSchool: Reader = { side: 'school', lang: 'nl', today: '2026-11-23' };
const forPartner: Reader = { side: 'partner', lang: 'nl', today: '2026-11-23' };
const confirmed = (over: Partial<MatchView> = {}) =>
  anAppointment({ match: aMatch({ state: 'confirmed', calendarSequence: 1, ...over }) });

describe('a reminder', () => {
  const reminded = (over: Partial<MatchView>, reader = forSchool) =>
    asText(reminderLetter(confirmed(over), reader, url, '2027-01-12T09:00:00+01:00'));

  it('says that all is set when nothing waits', () => {
    expect(reminded({})).toMatch(/^Alles staat klaar\./);
  });

  it('asks for an answer while a change waits for its reader, and says what holds until then', () => {
    const text = reminded({ change: aWeekLater });

    expect(text).toMatch(
      /^Machinefabriek Hoekstra wil iets veranderen\. Zeg uiterlijk vr 4 dec ja of nee\. Tot dan geldt wat was afgesproken\./,
    );
    expect(text).toContain('Voorstel: di 19 jan 2027, 9.00–10.30 uur');
    expect(text).toContain('Bekijk de wijziging en zeg ja of nee:');
    expect(text).toContain('Draaiboek\n\nContact van de school');
    expect(text).not.toContain('Alles staat klaar');
  });

  it('tells who proposed it that there is no answer yet', () => {
    expect(reminded({ change: aWeekLater }, forPartner)).toMatch(
      /^Op jouw wijziging is nog geen antwoord\. Tot dat er is, geldt wat was afgesproken\./,
    );
  });

  it('says nothing of a change that its reader has not been asked yet', () => {
    expect(reminded({ change: { ...aWeekLater, phase: 'holding' } })).toMatch(/^Alles staat klaar\./);
  });
});

describe('the check a week before', () => {
  it('does not say that there is nothing to do while a change waits for its reader', () => {
    const text = asText(checkLetter(confirmed({ change: aWeekLater }), forSchool, url));

    expect(text).not.toContain('hoef je niets te doen');
    expect(text).toContain('Zeg uiterlijk vr 4 dec ja of nee.');
  });
});

describe('a reminder in one mail with a nudge of the same', () => {
  it('keeps its visit sheet and what to know', () => {
    const warnings = [
      { code: 'bring-adults', facts: {}, sentence: { nl: 'De school neemt 3 begeleiders mee.', en: '' } },
    ];
    const appointment = confirmed({ change: aWeekLater, warnings });
    const letters = [
      nudgeLetter(appointment, forSchool, url),
      reminderLetter(appointment, forSchool, url, '2027-01-12T09:00:00+01:00'),
    ].map((letter) => ({ letter, about: 'match-1' }));
    const bundle = bundleOf(letters, 'nl', false);

    expect(bundleAsText(bundle)).toContain('Draaiboek\n\nContact van de school');
    expect(bundleAsText(bundle)).toContain('- De school neemt 3 begeleiders mee.');
    expect(bundleAsHtml(bundle)).toContain('>Draaiboek</h2>');
  });
});
