import { aContext, aGroup, aRequest, aSlot, kmNorth, tuesday } from '../../test/builders.js';
import {
  scoreParts,
  type MatchingContext,
  type OfferSlot,
  type RequestNeed,
  type ScorePart,
} from './model.js';
import { explain, score } from './score.js';
import { checkWeights, defaultWeights, WeightsInvalid } from './weights.js';

type Pair = [Partial<RequestNeed>?, Partial<OfferSlot>?, Partial<MatchingContext>?];

function explained(part: ScorePart, [request, slot, context]: Pair) {
  const found = explain(aRequest(request), aSlot(slot), aContext(context)).parts.find(
    (one) => one.part === part,
  );
  return [found && Math.round(found.value * 1000) / 1000, found?.sentence.nl];
}

const day = tuesday;
const window = (fromDay: number, toDay: number) => ({
  windows: [{ fromDay, toDay, weekdays: [], parts: [] }],
});
const preferred = (offerIds: string[], organisationIds: string[]) => ({
  preferred: { offerIds, organisationIds },
});
const rating = (mean: number, count: number) => ({ rating: { mean, count } });
const visit = { place: 'at-partner' as const };
const tue = 'Di 12 jan, 9.00–12.00 uur';
const hoekstra = 'Machinefabriek Hoekstra';
const first = 'Deze school gaat voor: ze kreeg nog weinig of heeft meer nodig.';
const plain = 'Deze school heeft geen extra voorrang.';

const cases: [ScorePart, Pair, number, string][] = [
  ['theme', [], 1, 'Zelfde thema: thema robots.'],
  ['theme', [{ themes: ['digital/code/apps'] }], 0.7, 'Verwant thema: thema robots (gevraagd: thema apps).'],
  ['theme', [{ themes: ['art', 'digital/ai'] }], 0.35, 'Verwant thema: thema robots (gevraagd: thema ai).'],
  ['theme', [{}, { themes: ['digital/code/robots', 'art'] }], 1, 'Zelfde thema: thema robots.'],
  ['theme', [{ themes: ['art'] }], 0, 'Ander thema: thema robots (gevraagd: thema art).'],
  ['theme', [{ themes: [] }], 0.5, 'Er is geen thema genoemd.'],
  ['theme', [{}, { themes: [] }], 0.5, 'Er is geen thema genoemd.'],
  ['preferred', [], 0.5, 'De school noemt geen voorkeur.'],
  ['preferred', [preferred(['offer-1'], [])], 1, 'De school noemt dit aanbod zelf.'],
  ['preferred', [preferred([], ['factory'])], 1, `De school noemt ${hoekstra} zelf.`],
  ['preferred', [preferred(['offer-2'], ['museum'])], 0, 'De school noemt iemand anders.'],
  ['distance', [], 0.8, `6 km reizen voor ${hoekstra}.`],
  ['distance', [{}, { location: kmNorth(0.5) }], 0.983, `Minder dan 1 km reizen voor ${hoekstra}.`],
  ['distance', [{}, { location: kmNorth(30) }], 0, `30 km reizen voor ${hoekstra}.`],
  ['distance', [{ maxDistanceKm: 12 }, visit], 0.5, '6 km reizen voor de school.'],
  ['distance', [{ maxDistanceKm: null }, visit], 0.88, '6 km reizen voor de school.'],
  ['distance', [{}, { reachKm: 0, location: kmNorth(0) }], 1, `Minder dan 1 km reizen voor ${hoekstra}.`],
  ['distance', [{}, { reachKm: 0 }], 0, `6 km reizen voor ${hoekstra}.`],
  ['distance', [{}, { place: 'online', location: null }], 0.5, 'Online: niemand reist.'],
  ['distance', [{}, { location: null }], 0.5, 'We weten niet waar dit is.'],
  ['time', [window(day - 3, day + 3)], 1, `${tue}: midden in de gevraagde periode.`],
  ['time', [window(day - 6, day)], 0.25, `${tue}: aan de rand van de gevraagde periode.`],
  ['time', [window(day, day)], 1, `${tue}: midden in de gevraagde periode.`],
  ['time', [window(day + 1, day + 9)], 0, `${tue}: buiten de gevraagde dagen.`],
  ['time', [{ windows: [] }], 0.5, `${tue}: de school noemt geen dagen.`],
  [
    'time',
    [{ windows: [...window(day - 6, day).windows, ...window(day - 1, day + 1).windows] }],
    1,
    `${tue}: midden in de gevraagde periode.`,
  ],
  ['equity', [], 0.5, 'Of deze school voorrang verdient, weten we niet.'],
  ['equity', [{ equityPriority: 0.9 }], 0.9, first],
  ['equity', [{ servedPerGroup: 0 }], 1, first],
  ['equity', [{ servedPerGroup: 1 }], 0.5, plain],
  ['equity', [{ equityPriority: 0.4, servedPerGroup: 3 }], 0.325, plain],
  ['priority', [], 0.5, 'De regio heeft geen voorkeur.'],
  [
    'priority',
    [{}, {}, { priorities: { themes: { digital: 0.6 }, sectors: {} } }],
    0.6,
    'De regio wil hier meer van.',
  ],
  [
    'priority',
    [{}, {}, { priorities: { themes: { digital: 0.6, 'digital/code/robots': 0.2 }, sectors: {} } }],
    0.2,
    'De regio wil hier meer van.',
  ],
  [
    'priority',
    [{}, {}, { priorities: { themes: {}, sectors: { po: 1 } } }],
    1,
    'De regio wil hier meer van.',
  ],
  [
    'priority',
    [{}, {}, { priorities: { themes: { art: 1 }, sectors: { vo: 1 } } }],
    0,
    'De regio geeft iets anders voorrang.',
  ],
  ['load', [{}, { partnerLoad: 0.25 }], 0.75, `${hoekstra} heeft nog veel ruimte.`],
  ['load', [{}, { partnerLoad: 0.75 }], 0.25, `${hoekstra} heeft het al druk.`],
  ['load', [{}, { partnerLoad: 1.5 }], 0, `${hoekstra} heeft het al druk.`],
  ['load', [], 0.5, `Hoe druk ${hoekstra} het heeft, weten we niet.`],
  ['rating', [], 0.5, 'Nog niet beoordeeld.'],
  ['rating', [{}, rating(1, 0)], 0.5, 'Nog niet beoordeeld.'],
  ['rating', [{}, rating(1, 3)], 0.75, 'Goed beoordeeld (3 keer).'],
  ['rating', [{}, rating(0.6, 12)], 0.58, 'Redelijk beoordeeld (12 keer).'],
  ['rating', [{}, rating(0, 1)], 0.375, 'Matig beoordeeld (1 keer).'],
  ['repeat', [], 0.5, 'De school heeft nog geen partners gehad.'],
  ['repeat', [{ repeatOrganisationIds: ['factory'] }], 1, `De school werkte eerder met ${hoekstra}.`],
  ['repeat', [{ repeatOrganisationIds: ['museum'] }], 0, `${hoekstra} is nieuw voor deze school.`],
];

describe('the parts', () => {
  it.each(cases)('%s %#: %j', (part, pair, value, sentence) => {
    expect(explained(part, pair)).toEqual([value, sentence]);
  });

  it('take the highest sector among the groups', () => {
    const groups = [aGroup(), aGroup({ sector: 'so' })];
    const priorities = { themes: {}, sectors: { so: 0.8, po: 0.1 } };
    expect(explained('priority', [{ groups }, {}, { priorities }])[0]).toBe(0.8);
  });

  it('give the facts they rest on', () => {
    const { parts } = explain(
      aRequest({ equityPriority: 0.9, servedPerGroup: 0, ...preferred([], ['factory']) }),
      aSlot({ partnerLoad: 0.25, ...rating(0.9, 4) }),
      aContext(),
    );
    const facts = Object.fromEntries(parts.map((part) => [part.part, part.facts]));
    expect(facts).toMatchObject({
      theme: { asked: 'digital/code/robots', offered: 'digital/code/robots' },
      preferred: { organisationId: 'factory' },
      distance: { limitKm: 30 },
      time: { day, startMinute: 540, endMinute: 720 },
      equity: { equityPriority: 0.9, servedPerGroup: 0 },
      load: { load: 0.25 },
      rating: { mean: 0.9, count: 4 },
    });
  });
});

describe('the score', () => {
  const request = aRequest({ equityPriority: 1 });

  it('is the weighted mean over all weights, whatever they sum to', () => {
    const none = Object.fromEntries(scoreParts.map((part) => [part, 0])) as MatchingContext['weights'];
    const weights = { ...none, theme: 3, load: 1 };

    expect(score(request, aSlot({ partnerLoad: 1 }), aContext({ weights }))).toBe(0.75);
    expect(score(request, aSlot({ partnerLoad: 1 }), aContext({ weights: { ...none, equity: 2 } }))).toBe(1);
    expect(score(request, aSlot(), aContext({ weights: { ...none, equity: 2 } }), 'without-equity')).toBe(0);
  });

  it('shows school and partner no equity part, and weights that again sum to 1', () => {
    const { parts } = explain(request, aSlot(), aContext(), 'without-equity');

    expect(parts.map(({ part }) => part)).toEqual(scoreParts.filter((part) => part !== 'equity'));
    expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(1, 12);
  });

  it('starts from default weights that sum to 1', () => {
    expect(Object.values(defaultWeights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(() => checkWeights(defaultWeights)).not.toThrow();
  });

  it.each([-0.1, Number.NaN, Infinity])('refuses a weight of %d', (distance) => {
    const ask = () => score(request, aSlot(), aContext({ weights: { ...defaultWeights, distance } }));

    expect(ask).toThrow(WeightsInvalid);
    expect(ask).toThrow('The weight of distance must be a number of 0 or more');
  });

  it('refuses weights that are all 0', () => {
    const weights = Object.fromEntries(scoreParts.map((part) => [part, 0])) as MatchingContext['weights'];

    expect(() => explain(request, aSlot(), aContext({ weights }))).toThrow(
      'At least one weight must be above 0',
    );
  });
});
