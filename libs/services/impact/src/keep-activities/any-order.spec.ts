import type {
  HoursEntered,
  MatchConfirmed,
  MatchCounted,
  MatchEnded,
  RegionReportView,
  RequestConsidered,
  RequestPosted,
} from '#libs/contracts';
import { SqliteDocumentStore } from '#libs/ports/document-store/sqlite';
import { SqliteFile } from '#libs/ports/sqlite';
import { Copies, type EventCause } from '#libs/runtime';
import {
  aCount,
  aGroup,
  aMatch,
  confirmed,
  considered,
  counted,
  ended,
  held,
  locationChanged,
  posted,
  someHours,
  thisYear,
} from '../../test/builders.js';
import { ActivityReads } from '../activity-reads.js';
import { regionReport } from '../domain/region-report.js';
import {
  activityCopies,
  considerationCopies,
  endedCopies,
  locationCopies,
  partnerCopies,
  regionCopies,
  wishCopies,
} from '../impact.collection.js';
import { ActivitiesConsumer } from './activities.consumer.js';
import { DemandConsumer } from './demand.consumer.js';
import { DirectoryConsumer } from './directory.consumer.js';

type Tell = (consumers: Consumers) => Promise<void>;
type Consumers = Awaited<ReturnType<typeof consumersOn>>['consumers'];

const ijssel = { id: 'ijssel', name: 'IJssel' };
const cause = (key: string, seq: number) => ({ key, seq }) as EventCause;

function consumersOn(file: SqliteFile) {
  const store = new SqliteDocumentStore(file);
  const [ended, locations] = [new Copies(endedCopies, store), new Copies(locationCopies, store)];
  const [partners, regions] = [new Copies(partnerCopies, store), new Copies(regionCopies, store)];
  const considerations = new Copies(considerationCopies, store);
  return {
    store,
    reads: new ActivityReads(store, ended, locations, partners, considerations),
    consumers: {
      activities: new ActivitiesConsumer(new Copies(activityCopies, store), ended),
      demand: new DemandConsumer(new Copies(wishCopies, store), considerations),
      directory: new DirectoryConsumer(locations, partners, regions),
    },
  };
}

async function reportAfter(told: readonly Tell[]): Promise<RegionReportView> {
  const file = SqliteFile.open(':memory:');
  const { store, reads, consumers } = consumersOn(file);
  for (const tell of told) await tell(consumers);
  const locations = await reads.locationsOf('ijssel');
  const rows = await reads.rowsOf({ region: ijssel, period: thisYear });
  const report = regionReport({ ...ijssel, locations }, thisYear, rows, await reads.wishesOf('ijssel'));
  await store.close();
  await file.close();
  return report;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, other) => other !== i)).map((rest) => [item, ...rest]),
  );
}

const ofMatch = {
  confirmed: (seq: number, e: MatchConfirmed) => (to: Consumers) =>
    to.activities.confirmed(e, cause('m1', seq)),
  counted: (seq: number, e: MatchCounted) => (to: Consumers) => to.activities.counted(e, cause('m1', seq)),
  hours: (seq: number, e: HoursEntered) => (to: Consumers) => to.activities.hours(e, cause('m1', seq)),
  over: (seq: number, e: MatchEnded) => (to: Consumers) => to.activities.over(e, cause('m1', seq)),
};
const schoolKnown: Tell = (to) => to.directory.location(locationChanged(), cause('brug', 1));
const ofRequest = {
  posted: (seq: number, e: RequestPosted) => (to: Consumers) => to.demand.posted(e, cause('r2', seq)),
  considered: (seq: number, e: RequestConsidered) => (to: Consumers) =>
    to.demand.considered(e, cause('r2', seq)),
};

const wasHeld: readonly Tell[] = [
  ofMatch.confirmed(3, confirmed()),
  ofMatch.counted(5, counted()),
  ofMatch.hours(6, counted({ hours: someHours, count: { ...aCount, pupils: 23 } })),
  schoolKnown,
];
const asked: readonly Tell[] = [
  schoolKnown,
  ofRequest.posted(1, posted()),
  ofRequest.considered(2, considered('r2', ['distance'])),
];

describe('the same report comes of every order in which events arrive', () => {
  it('of an activity', async () => {
    const expected = await reportAfter(wasHeld);

    expect(expected).toMatchObject({
      reach: { counted: { activities: 1, pupils: 23 }, planned: { activities: 0 } },
      hours: { total: 4.5 },
      locations: { participating: 1, reached: 1 },
      perMunicipality: [{ key: 'Zwolle', counted: { pupils: 23 } }],
    });
    for (const order of permutations(wasHeld)) expect(await reportAfter(order)).toEqual(expected);
  });

  it('of a request that nobody met', async () => {
    const expected = await reportAfter(asked);

    expect(expected.unmetDemand).toMatchObject({
      open: { requests: 1, pupils: 20 },
      perMunicipality: [{ key: 'Zwolle', reasons: [{ reason: 'distance', requests: 1 }] }],
    });
    for (const order of permutations(asked)) expect(await reportAfter(order)).toEqual(expected);
  });
});

describe('a request of which one group has its appointment', () => {
  const two = [aGroup('g1', { pupils: 26 }), aGroup('g2', { pupils: 20 })];
  const partlyMet: Tell = (to) =>
    to.demand.changed(posted({ groups: two, state: 'partly-met' }), cause('r1', 2));

  it('is unmet for the other alone, in every order', async () => {
    const order: Tell[] = [
      partlyMet,
      ofMatch.confirmed(3, confirmed()),
      (to) => to.activities.held(held(), cause('m1', 4)),
    ];

    for (const one of permutations(order))
      expect((await reportAfter(one)).unmetDemand.open).toEqual({ requests: 1, groups: 1, pupils: 20 });
  });

  it('is unmet for both when that appointment is called off', async () => {
    const order = [partlyMet, ofMatch.confirmed(3, confirmed()), ofMatch.over(4, ended('cancelled'))];

    for (const one of permutations(order))
      expect((await reportAfter(one)).unmetDemand.open).toEqual({ requests: 1, groups: 2, pupils: 46 });
  });
});

it('an event that comes again changes nothing, however late', async () => {
  const happened = [...wasHeld, ...asked];
  const expected = await reportAfter(happened);

  for (const again of happened) expect(await reportAfter([...happened, again])).toEqual(expected);
});

describe('an appointment that ended', () => {
  const cancelled = ended('cancelled', { late: true, feeCents: 2000 });
  const order = [
    ofMatch.confirmed(3, confirmed()),
    ofMatch.over(4, cancelled),
    (to: Consumers) => to.activities.hours(held({ state: 'cancelled', hours: someHours }), cause('m1', 5)),
  ];

  it('keeps its fee whatever is told of it before or after', async () => {
    for (const one of permutations(order)) {
      const { endings, reach } = await reportAfter(one);
      expect([endings.cancelledLate, endings.feeCents, reach.planned.activities]).toEqual([1, 2000, 0]);
    }
  });

  it('is in no report when one side never agreed to what was recorded as held', async () => {
    const denied = ended('declined', { match: aMatch({ state: 'declined' }), wasConfirmed: false });
    const events: Tell[] = [
      (to) => to.activities.held(held(), cause('m1', 1)),
      ofMatch.over(2, denied),
      (to) => to.activities.closed(held({ state: 'declined' }), cause('m1', 3)),
    ];

    for (const one of permutations(events)) {
      const { reach, endings } = await reportAfter(one);
      expect([reach.toBeCounted.activities, endings.cancelled.activities]).toEqual([0, 0]);
    }
  });
});

it('a request that was withdrawn or came too late is told once, as it is now', async () => {
  const unmet: Tell = (to) => to.demand.unmet(posted({ state: 'unmet' }), cause('r2', 3));
  const withdrawn: Tell = (to) => to.demand.withdrawn(posted({ state: 'withdrawn' }), cause('r2', 4));
  const changed: Tell = (to) => to.demand.changed(posted({ state: 'open' }), cause('r2', 2));

  for (const one of permutations([unmet, changed]))
    expect((await reportAfter(one)).unmetDemand).toMatchObject({
      open: { requests: 0 },
      unmet: { requests: 1 },
    });
  for (const one of permutations([unmet, changed, withdrawn]))
    expect((await reportAfter(one)).unmetDemand).toMatchObject({
      open: { requests: 0 },
      unmet: { requests: 0 },
    });
});
