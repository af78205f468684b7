import type { OfferSnapshot } from '#libs/contracts';
import { by, wanted } from '../../test/a-match.js';
import { as, elsewhere, made, states } from '../../test/every-state.js';
import { accept } from '../domain/answers.js';
import { changeNumbers, changeSecured, move } from '../domain/changes.js';
import type { Match } from '../domain/match.js';
import { matchOfTimes } from './match-of-times.js';
import { warningsNow } from './warnings-now.js';

const adults = (nl: string, en: string, facts: object) => ({
  code: 'bring-adults',
  facts,
  sentence: { nl, en },
});
const asDecided = adults('De school neemt 3 begeleiders mee.', 'The school brings 3 adults.', { adults: 3 });
const alone = { code: 'stay-with-the-guest', facts: {}, sentence: { nl: 'Blijf erbij.', en: 'Stay.' } };
const audience: OfferSnapshot['audience'] = [{ sector: 'po', grades: ['7', '8'], pupilsPerAdult: 10 }];

function atPartner(changes: Partial<Match> = {}): Match {
  const match = states['confirmed'] as Match;
  const decidedOn = { ...match.decidedOn, warnings: [alone, asDecided] };
  return { ...match, place: 'at-partner', terms: { ...match.terms, audience }, decidedOn, ...changes };
}

const said = (match: Parameters<typeof warningsNow>[0]) =>
  warningsNow(match).map((warning) => (warning as typeof alone).sentence.nl);

describe('what people should know of a match', () => {
  it('follows the numbers once the other side has said yes to them', () => {
    const numbers = [{ groupId: 'a-group', pupils: 31 }];
    const waits = made(
      changeSecured(made(changeNumbers(atPartner(), numbers, 'Erbij.', as('school'))), 2, by()),
    );

    expect(said(waits)).toEqual(['Blijf erbij.', 'De school neemt 3 begeleiders mee.']);
    expect(said(made(accept(waits, {}, as('partner'))))).toEqual([
      'Blijf erbij.',
      'De school neemt 4 begeleiders mee.',
    ]);
  });

  it('stays the same in another slot', () => {
    const match = atPartner();
    const waits = made(changeSecured(made(move(match, elsewhere(match), 'Ziek.', as('school'))), 2, by()));

    expect(said(made(accept(waits, {}, as('partner'))))).toEqual(said(match));
  });

  it('says for each day how many adults come, when the groups come on several', () => {
    const match = atPartner();
    const group = { ...(match.groups[0] as Match['groups'][number]), groupId: 'other', pupils: 12 };
    const session = {
      ...(match.sessions[0] as Match['sessions'][number]),
      start: '2027-01-14T09:00:00+01:00',
      end: '2027-01-14T10:30:00+01:00',
      groups: [{ groupId: 'other', pupils: 12 }],
    };
    const twoDays = { groups: [...match.groups, group], sessions: [session, ...match.sessions] };

    expect(said(atPartner(twoDays)).slice(1)).toEqual([
      'Op di 12 jan neemt de school 3 begeleiders mee.',
      'Op do 14 jan neemt de school 2 begeleiders mee.',
    ]);
  });

  it('is as it was decided on where the terms were not kept', () => {
    const { terms, ...match } = atPartner();
    const { audience: _, ...kept } = terms;

    expect(warningsNow({ ...match, terms: kept })).toEqual([alone, asDecided]);
  });
});

describe('what was arranged or repeated of an offer', () => {
  const { sessions, groups, ...rest } = wanted();
  const snapshot = { audience, suitability: {}, vog: 'none', leadTimeDays: 0 } as unknown as OfferSnapshot;
  const times = {
    ...{ ...rest, sessions, groups, origin: 'arranged' as const },
    place: 'at-partner' as const,
    vogPolicy: 'when-unsupervised' as const,
    offer: { id: 'an-offer', snapshot },
  };

  it('warns of the same as what was approved', () => {
    expect(said(matchOfTimes(times))).toEqual([
      'De gast heeft geen VOG. Er blijft steeds iemand van de school bij.',
      'De school neemt 3 begeleiders mee.',
    ]);
  });

  it('warns of nothing where there is no offer to say so', () => {
    const { offer: _, ...withoutOffer } = times;

    expect(warningsNow(matchOfTimes(withoutOffer))).toEqual([]);
  });
});
