import { aMatch, anAppointment } from '../../test/builders.js';
import type { MatchView } from '../owners/views.js';
import { figuresLetter } from './afterwards.js';
import { reminderLetter } from './before.js';
import { confirmationLetter } from './confirmation.js';
import { contactChangedLetter } from './contact-changed.js';
import { endingLetter } from './ending.js';
import { asText, type Reader } from './letter.js';

const url = 'https://leerbrug.test/afspraken/match-1';
const forSchool: Reader = { side: 'school', lang: 'nl', today: '2026-11-23' };
const loan = (over: Partial<MatchView> = {}) =>
  anAppointment({ match: aMatch({ state: 'confirmed', kind: 'loan', title: 'Meetkist', ...over }) });
const visit = /gast|klas: |lokaal|begeleiders|vervoer|guest|adults/;

describe('a loan of materials', () => {
  it('says when it is there and goes back, and nothing of a guest', () => {
    const text = asText(confirmationLetter(loan(), forSchool, url));

    expect(text).toContain(
      '- De leskist is op school vanaf het begin van deze tijd, en gaat aan het eind terug.',
    );
    expect(text).toContain('Waar: Op school: De Springplank');
    expect(text).not.toMatch(visit);
    expect(asText(confirmationLetter(loan(), { ...forSchool, lang: 'en' }, url))).not.toMatch(visit);
  });

  it('that the school fetches says where, and that it brings it back', () => {
    const text = asText(
      reminderLetter(loan({ place: 'at-partner' }), forSchool, url, '2027-01-12T09:00:00+01:00'),
    );

    expect(text).toContain('Waar: Ophalen bij de partner: Machinefabriek Hoekstra');
    expect(text).toContain('- De school haalt de leskist aan het begin van deze tijd op bij de partner');
    expect(text).not.toMatch(visit);
  });

  it('has a contact who neither comes nor receives', () => {
    const text = asText(contactChangedLetter(loan(), forSchool, url));

    expect(text).toMatch(
      /^Jan Hoekstra is nu de contactpersoon voor het lenen, namens Machinefabriek Hoekstra\./,
    );
  });

  it('that did not take place had nobody who was not there', () => {
    const ended = {
      template: 'ending',
      matchId: 'match-1',
      ending: 'no-show',
      by: 'school',
      wasConfirmed: true,
    } as const;

    expect(asText(endingLetter(ended, loan({ state: 'no-show' }), forSchool, { match: url }))).toContain(
      'Waarom: Er is gemeld dat het lenen niet doorging.',
    );
  });

  it('was worked with', () => {
    expect(asText(figuresLetter(loan({ state: 'held' }), forSchool, url))).toMatch(
      /^Hoeveel leerlingen werkten ermee\?/,
    );
  });
});
