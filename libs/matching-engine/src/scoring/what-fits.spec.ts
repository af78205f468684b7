import { aContext, aGroup, aRequest, aSlot } from '../../test/builders.js';
import { fits } from './fits.js';
import type { ActivityKind, OfferSlot, Place, RequestNeed } from './model.js';

function failed(request: Partial<RequestNeed>, slot: Partial<OfferSlot>) {
  return fits(aRequest(request), aSlot(slot), aContext()).map(({ condition }) => condition);
}

function failure(request: Partial<RequestNeed>, slot: Partial<OfferSlot>) {
  return fits(aRequest(request), aSlot(slot), aContext())[0];
}

describe('a pair with good defaults', () => {
  it('fits', () => {
    expect(failed({}, {})).toEqual([]);
  });
});

describe('place', () => {
  it('must be among the places wished; none wished is any', () => {
    expect(failed({ places: ['at-school', 'online'] }, { place: 'online' })).toEqual([]);
    expect(failed({ places: [] }, { place: 'at-partner' })).toEqual([]);
    expect(failed({ places: ['at-school', 'online'] }, { place: 'at-partner' })).toEqual(['place']);
  });

  it('says what was asked', () => {
    expect(failure({ places: ['at-school', 'online'] }, { place: 'at-partner' })?.sentence).toEqual({
      nl: 'Dit is bij de partner; de school vraagt het op school of online.',
      en: "This is at the partner's; the school asks for it at school or online.",
    });
  });
});

describe('kind', () => {
  const fitting: [ActivityKind, ActivityKind, Place][] = [
    ['guest-lesson', 'workshop', 'at-school'],
    ['workshop', 'guest-lesson', 'online'],
    ['company-visit', 'museum-visit', 'at-partner'],
    ['workshop', 'company-visit', 'at-partner'],
    ['museum-visit', 'workshop', 'at-partner'],
    ['loan', 'loan', 'at-school'],
    ['mentoring', 'mentoring', 'online'],
    ['teacher-training', 'teacher-training', 'at-partner'],
  ];
  const strange: [ActivityKind, ActivityKind, Place][] = [
    ['guest-lesson', 'workshop', 'at-partner'],
    ['company-visit', 'workshop', 'at-school'],
    ['guest-lesson', 'company-visit', 'at-partner'],
    ['loan', 'guest-lesson', 'at-school'],
    ['mentoring', 'guest-lesson', 'at-school'],
    ['teacher-training', 'workshop', 'at-school'],
  ];

  it.each(fitting)('%s takes %s (%s)', (asked, kind, place) => {
    expect(failed({ kind: asked }, { kind, place })).toEqual([]);
  });

  it.each(strange)('%s does not take %s (%s)', (asked, kind, place) => {
    expect(failed({ kind: asked }, { kind, place })).toEqual(['kind']);
  });

  it('says both', () => {
    expect(failure({ kind: 'loan' }, {})?.sentence.nl).toBe(
      'Dit is een gastles; de school vraagt een leskist.',
    );
  });
});

describe('audience', () => {
  const po = (grades: string[]) => [{ sector: 'po' as const, grades, levels: [], pupilsPerAdult: null }];
  const vo = (grades: string[], levels: string[]) => [
    { sector: 'vo' as const, grades, levels, pupilsPerAdult: null },
  ];

  it('takes a combination group when one of its grades fits', () => {
    expect(failed({ groups: [aGroup({ grades: ['7', '8'] })] }, { audience: po(['8']) })).toEqual([]);
    expect(failed({ groups: [aGroup({ grades: ['6', '7'] })] }, { audience: po(['8']) })).toEqual([
      'audience',
    ]);
  });

  it('takes any grade where either side names none, and anybody where no audience is named', () => {
    expect(failed({ groups: [aGroup({ grades: [] })] }, { audience: po(['8']) })).toEqual([]);
    expect(failed({ groups: [aGroup({ grades: ['1'] })] }, { audience: po([]) })).toEqual([]);
    expect(failed({ groups: [aGroup({ sector: 'mbo' })] }, { audience: [] })).toEqual([]);
  });

  it('counts sbo and so as po and vso as vo, and not the other way round', () => {
    expect(failed({ groups: [aGroup({ sector: 'sbo' })] }, { audience: po([]) })).toEqual([]);
    expect(failed({ groups: [aGroup({ sector: 'so' })] }, { audience: po([]) })).toEqual([]);
    expect(failed({ groups: [aGroup({ sector: 'vso' })] }, { audience: vo([], []) })).toEqual([]);
    expect(failed({ groups: [aGroup({ sector: 'vso' })] }, { audience: po([]) })).toEqual(['audience']);
    expect(failed({ groups: [aGroup({ sector: 'vo' })] }, { audience: po([]) })).toEqual(['audience']);
    expect(failed({ groups: [aGroup({ sector: 'po' })] }, { audience: vo([], []) })).toEqual(['audience']);
    const special = [{ sector: 'so' as const, grades: [], levels: [], pupilsPerAdult: null }];
    expect(failed({ groups: [aGroup({ sector: 'so' })] }, { audience: special })).toEqual([]);
    expect(failed({ groups: [aGroup({ sector: 'po' })] }, { audience: special })).toEqual(['audience']);
  });

  it('wants sector, grade and level in one and the same entry', () => {
    const audience = [...vo(['1'], ['vwo']), ...vo(['2'], ['havo'])];
    const group = (grades: string[], levels: string[]) => [aGroup({ sector: 'vo', grades, levels })];
    expect(failed({ groups: group(['1'], ['havo', 'vwo']) }, { audience })).toEqual([]);
    expect(failed({ groups: group(['1'], ['havo']) }, { audience })).toEqual(['audience']);
  });

  it('wants every group of the request, and names those it is not for', () => {
    const groups = [
      aGroup({ key: 'a', grades: ['8'], pupils: 10 }),
      aGroup({ key: 'b', grades: ['3', '4'], pupils: 10 }),
      aGroup({ key: 'c', sector: 'vo', grades: ['1'], levels: ['havo', 'vwo'], pupils: 10 }),
      aGroup({ key: 'd', sector: 'mbo', grades: [], pupils: 10 }),
    ];

    const found = failure({ groups }, { audience: po(['8']), capacityGroups: 4 });

    expect(found).toMatchObject({ condition: 'audience', facts: { groups: ['b', 'c', 'd'] } });
    expect(found?.sentence).toEqual({
      nl: 'Dit aanbod is niet voor groep 3 en 4 in het basisonderwijs, leerjaar 1 van havo en vwo in het voortgezet onderwijs of het mbo.',
      en: 'This offer is not for grade 3 and 4 in primary school, year 1 of havo and vwo in secondary school or vocational college (mbo).',
    });
  });
});

describe('suitability', () => {
  it('refuses only on no', () => {
    const suitability = ['wheelchair' as const];
    expect(failed({ suitability }, { suitability: { wheelchair: 'yes' } })).toEqual([]);
    expect(failed({ suitability }, { suitability: { wheelchair: 'in-consultation' } })).toEqual([]);
    expect(failed({ suitability }, {})).toEqual([]);
    expect(failed({ suitability }, { suitability: { wheelchair: 'no' } })).toEqual(['suitability']);
    expect(failed({}, { suitability: { wheelchair: 'no' } })).toEqual([]);
  });

  it('follows from the sector of a group, and from the level pro', () => {
    expect(failed({ groups: [aGroup({ sector: 'sbo' })] }, { suitability: { sbo: 'no' } })).toEqual([
      'suitability',
    ]);
    expect(failed({ groups: [aGroup({ sector: 'po' })] }, { suitability: { sbo: 'no' } })).toEqual([]);
    const groups = [aGroup({ sector: 'vo', grades: ['1'], levels: ['pro', 'vmbo-bb'] })];
    expect(failed({ groups }, { audience: [], suitability: { pro: 'no' } })).toEqual(['suitability']);
  });

  it('says for what, in the name of the partner', () => {
    const suitability = ['wheelchair' as const, 'newcomers' as const];
    expect(
      failure({ suitability }, { suitability: { wheelchair: 'no', newcomers: 'no' } })?.sentence.nl,
    ).toBe('Machinefabriek Hoekstra zegt: niet geschikt voor een rolstoel en nieuwkomers.');
  });
});

describe('theme', () => {
  it('needs one common root among all the pairs', () => {
    const themes = ['nature/water/dikes', 'digital/media/film'];
    expect(failed({ themes: ['art/music', 'digital/code/robots'] }, { themes })).toEqual([]);
    expect(failed({ themes: ['art/music'] }, { themes })).toEqual(['theme']);
  });

  it('is any when either side names none', () => {
    expect(failed({ themes: [] }, { themes: ['art/music'] })).toEqual([]);
    expect(failed({ themes: ['art/music'] }, { themes: [] })).toEqual([]);
  });

  it('exempts an offer that the request names, and not all offers of a partner it names', () => {
    const themes = ['art/music'];
    expect(failed({ themes, preferred: { offerIds: ['offer-1'], organisationIds: [] } }, {})).toEqual([]);
    expect(failed({ themes, preferred: { offerIds: [], organisationIds: ['factory'] } }, {})).toEqual([
      'theme',
    ]);
  });

  it('says both in words', () => {
    expect(failure({ themes: ['art/music', 'nature/birds'] }, {})?.sentence.nl).toBe(
      'Dit gaat over thema robots; de school vraagt thema music of thema birds.',
    );
  });
});
