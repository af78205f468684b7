import { aMatch, anAppointment, aWeekLater } from '../../test/builders.js';
import type { MatchView } from '../owners/views.js';
import { changeDroppedLetter, changeLetter } from './change.js';
import { asText, subjectOf, type Reader } from './letter.js';

const url = 'https://leerbrug.test/afspraken/match-1';
const forSchool: Reader = { side: 'school', lang: 'nl', today: '2026-11-23' };
const forPartner: Reader = { side: 'partner', lang: 'nl', today: '2026-11-23' };
const confirmed = (over: Partial<MatchView> = {}) =>
  anAppointment({ match: aMatch({ state: 'confirmed', calendarSequence: 1, ...over }) });

describe('a change that one side wants', () => {
  it('says by when to answer, what stands until then, the old time, the new one and why', () => {
    const letter = changeLetter(confirmed({ change: aWeekLater }), forSchool, url);

    expect(subjectOf(letter)).toBe(
      'Kan het ook dan? Een robotarm in de klas, di 19 jan 2027, 9.00–10.30 uur',
    );
    expect(asText(letter)).toMatch(
      /^Zeg uiterlijk vr 4 dec of deze andere tijd je past\. Tot dan blijft staan wat was afgesproken\./,
    );
    expect(asText(letter)).toContain(
      'Nu: di 12 jan 2027, 9.00–10.30 uur\nWordt: di 19 jan 2027, 9.00–10.30 uur',
    );
    expect(asText(letter)).toContain(
      'Waarom: Machinefabriek Hoekstra stelt dit voor.\n  „De monteur is op beurs.”',
    );
  });

  it('says the old and the new numbers', () => {
    const sessions = aMatch().sessions.map((session) => ({
      ...session,
      groups: [{ groupId: 'g1', pupils: 29 }],
    }));
    const change = { ...aWeekLater, what: 'pupils', by: 'school', sessions, reason: '' } as const;
    const letter = changeLetter(confirmed({ change }), { ...forPartner, lang: 'en' }, url);

    expect(subjectOf(letter)).toBe('Other numbers? Een robotarm in de klas, Tue 12 Jan 2027, 9:00–10:30');
    expect(asText(letter)).toMatch(/^Say by Fri 4 Dec whether these other numbers suit you\./);
    expect(asText(letter)).toContain(
      'Now: groep 7/8A, 26 pupils\nBecomes: groep 7/8A, 29 pupils'.replaceAll('groep', 'group'),
    );
    expect(asText(letter)).toContain('When: Tue 12 Jan 2027, 9:00–10:30');
    expect(asText(letter)).toContain('Why: De Springplank proposes this.\n');
    expect(asText(letter)).not.toContain('Costs');
  });

  it('says what other numbers cost when that is another amount than now', () => {
    const { sessions, costs } = aMatch();
    const change = { ...aWeekLater, what: 'pupils', by: 'school', sessions } as const;
    const dearer = { ...costs, totalCents: 15_050, schoolCents: 9025 };
    const text = (lang: 'nl' | 'en', then = dearer) =>
      asText(
        changeLetter(confirmed({ change: { ...change, costs: then } }), { ...forPartner, lang }, url),
      ).replaceAll('\u00a0', ' ');

    expect(text('nl')).toContain(
      'Kosten: € 150,50: school € 90,25, regio € 60,25, partner € 0. Leerlingen betalen niets.\n  Nu is dat € 120,50.',
    );
    expect(text('en')).toContain(
      'Costs: €150.50: school €90.25, region €60.25, partner €0. Pupils pay nothing.\n  Now that is €120.50.',
    );
    expect(text('nl', costs)).not.toContain('Kosten');
  });
});

describe('a change that is not made', () => {
  const at = '2026-11-24T12:00:00Z';
  const wanted = { at: '2026-11-24T10:00:00Z', what: 'change-wanted', side: 'partner' } as const;
  const text = (
    by: 'school' | 'clock' | 'offers' | 'coordinator',
    reason: string,
    over: Partial<MatchView> = {},
  ) => {
    const history = [wanted, { at: '2026-11-24T11:00:00Z', what: 'change-dropped', reason }];
    const appointment = { ...confirmed(over), history };
    const dropped = { template: 'change-dropped', matchId: 'match-1', by, at } as const;
    return asText(changeDroppedLetter(dropped, appointment, forPartner, url));
  };

  it('says that the appointment stays, and when it is', () => {
    expect(text('school', 'Dan is er toneel.')).toMatch(
      /^Je hoeft niets te doen: de afspraak blijft zoals die was\./,
    );
    expect(text('school', '')).toContain(
      'Blijft: di 12 jan 2027, 9.00–10.30 uur\n  groep 7/8A, 26 leerlingen',
    );
  });

  it.each([
    ['school', 'Dan is er toneel.', 'De Springplank kan dat niet.\n  „Dan is er toneel.”'],
    ['clock', 'Er kwam op tijd geen antwoord.', 'De Springplank heeft niet op tijd geantwoord.\nWat'],
    ['offers', 'slot-full', 'Die plek is net vergeven.'],
    ['offers', 'group-busy', 'De groep heeft dan al een andere afspraak.'],
    ['coordinator', 'Te laat.', 'De coördinator heeft nee gezegd.'],
  ] as const)('says why: %s, %s', (by, reason, said) => {
    expect(text(by, reason)).toContain(`Waarom: ${said}`);
  });

  it('blames nobody whom the question did not reach', () => {
    const history = [
      wanted,
      { at: '2026-11-24T11:00:00Z', what: 'change-dropped', reason: '', undelivered: true },
    ];
    const dropped = { template: 'change-dropped', matchId: 'match-1', by: 'clock', at } as const;

    expect(asText(changeDroppedLetter(dropped, { ...confirmed(), history }, forPartner, url))).toContain(
      'Waarom: De vraag kwam niet aan bij De Springplank.',
    );
  });

  it('says that the question is still open when nothing was agreed yet', () => {
    expect(text('offers', 'slot-full', { state: 'asked' })).toMatch(
      /^Je voorstel kan niet; de eerste vraag staat nog open\./,
    );
  });
});
