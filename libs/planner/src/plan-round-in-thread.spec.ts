import { runModule } from '../../../test/support/run-module.js';

const given = `
  import { MarketIndex, ceilingTable, defaultWeights, placeCosts, planRound } from '#libs/matching-engine';
  import { planRoundInThread } from '#libs/planner';
  const say = (value) => console.log(JSON.stringify(value));
  const slot = (number) => ({
    slotId: 'offer.' + number, offerId: 'offer', organisationId: 'partner', kind: 'guest-lesson', themes: ['t'],
    promise: 'by-appointment', place: 'at-school', location: { lat: 52, lon: 6 }, reachKm: 30,
    audience: [{ sector: 'po', grades: [], levels: [], pupilsPerAdult: null }], pupils: { min: 1, max: 32 },
    pupilsPerGroup: 32, durationMinutes: 60, lessonsPerVisit: 1, day: 21000 + number, startMinute: 510, endMinute: 720,
    capacityGroups: 1, takenGroups: 0, closed: false, partnerClosedDays: [], pausedUntil: null, ceilings: [],
    leadTimeDays: 5, costPerGroupCents: 0, costPerPupilCents: 0, suitability: {}, vog: 'none', regionIds: [],
    rating: null, partnerLoad: null,
  });
  const request = (number) => ({
    id: 'request-' + number, kind: 'guest-lesson', themes: ['t'],
    groups: [{ key: 'g' + number, sector: 'po', grades: [], levels: [], pupils: 20 }],
    windows: [{ fromDay: 21000, toDay: 21000 + number, weekdays: [], parts: [] }], closedDays: [], closedHours: [],
    places: [], location: { lat: 52.1, lon: 6 }, maxDistanceKm: null, preferred: { offerIds: [], organisationIds: [] },
    suitability: [], maxCostCents: null, regionSharePercent: 0, vogPolicy: 'none', regionIds: [], equityPriority: null,
    servedPerGroup: null, repeatOrganisationIds: [],
  });
  const index = new MarketIndex({ similarity: (a, b) => (a === b ? 1 : 0), rootOf: (theme) => theme });
  const slots = [0, 1, 2].map(slot);
  index.putOffer('offer', slots);
  const requests = [3, 2, 1, 0].map(request);
  for (const one of requests) index.putRequest(one, { weights: defaultWeights, priorities: { themes: {}, sectors: {} } });
  const { market, ids } = index.round(requests.map(({ id }) => id), { today: 20900 });
  const rows = ids.slotIds.map((id) => slots.find(({ slotId }) => slotId === id));
  const task = { market, ceilings: ceilingTable(rows), placeCosts: placeCosts(rows, defaultWeights) };
`;
const answers = (code: string) => runModule(given + code);

describe('a round planned on a thread', () => {
  it('is that of the caller’s own thread, with progress on the way', async () => {
    const [made] = await answers(`
      const steps = new Set();
      const made = await planRoundInThread(task, { progress: ({ name }) => steps.add(name) });
      const here = planRound(task);
      say({ served: made.served, same: JSON.stringify(made) === JSON.stringify(here), steps: [...steps] });
    `);

    expect(made).toEqual({ served: 3, same: true, steps: ['candidates', 'auction', 'pricing'] });
  });

  it('can be cancelled before and while it runs', async () => {
    const [outcomes] = await answers(`
      const name = (promise) => promise.then(() => 'planned', (error) => error.constructor.name);
      const before = await name(planRoundInThread(task, { signal: AbortSignal.abort() }));
      const while_ = new AbortController();
      const running = name(planRoundInThread(task, { signal: while_.signal }));
      while_.abort();
      say([before, await running]);
    `);

    expect(outcomes).toEqual(['PlanCancelled', 'PlanCancelled']);
  });

  it('fails as the plan fails', async () => {
    const [failure] = await answers(`
      say(await planRoundInThread({ ...task, market: { ...market, units: null } }).then(() => 'planned', () => 'failed'));
    `);

    expect(failure).toBe('failed');
  });
});
