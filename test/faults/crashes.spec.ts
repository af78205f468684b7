import { Mortal, forgetfulBus, twice, withoutSeen, type Act } from './around.js';
import type { Match } from './documents.js';
import { Stage, fullStory, played, shortStory } from './story.js';

jest.setTimeout(60_000);

type Dump = Record<string, unknown>;

const publishes = (type: string) => (act: Act) =>
  act.op === 'publish' && act.events.some((event) => event.type === type);
const stores = (collection: string, which: (document: Act['document']) => boolean) => (act: Act) =>
  (act.op === 'insert' || act.op === 'replace') && act.on === collection && which(act.document);
const entries = ({ slots = {} }: Act['document']): number =>
  Object.values(slots).flatMap((slot) => slot.entries).length;

const isIn =
  (wanted: string) =>
  ({ state }: Act['document']): boolean =>
    state?.sets?.some(({ phase }) => phase === wanted) === true;

/** Where a process dies, right after it did what is named. */
const deaths: readonly [string, (act: Act) => boolean][] = [
  ['publishing an approval, before taking it from the outbox', publishes('matching.match-approved')],
  ['publishing that a place is held, before taking it from the outbox', publishes('offers.hold-held')],
  ['publishing a confirmation, before taking it from the outbox', publishes('matching.match-confirmed')],
  ['publishing the end of a match, before taking it from the outbox', publishes('matching.match-ended')],
  ['noting that a place is wanted', stores('offers.holds', isIn('taking'))],
  ['taking the demand, before the slot', stores('offers.demands', (demand) => demand.entries?.length === 1)],
  ['taking the slot, before the day of the group', stores('offers.calendars', (day) => entries(day) === 1)],
  [
    'taking the day of the group, before the ceilings',
    stores('offers.days', (day) => day.entries?.length === 1),
  ],
  [
    'taking a ceiling, before saying that it is held',
    stores('offers.counters', (kept) => kept.entries?.length === 1),
  ],
  ['storing a hold, before its cursor', stores('offers.holds', isIn('held'))],
  [
    'noting that the day becomes shorter, before shortening it',
    stores('offers.holds', ({ state }) => state?.sets?.some(({ narrowing }) => narrowing) === true),
  ],
  ['noting that all is given back, before any of it', stores('offers.holds', isIn('giving-back'))],
  ['giving the slot back, before the demand', stores('offers.calendars', (day) => entries(day) === 0)],
  [
    'giving the demand back, before the day',
    stores('offers.demands', (demand) => demand.entries?.length === 0),
  ],
  ['giving the day back, before the ceilings', stores('offers.days', (day) => day.entries?.length === 0)],
  [
    'giving a ceiling back, before saying that it is released',
    stores('offers.counters', (kept) => kept.entries?.length === 0),
  ],
  [
    'storing a question, before its cursor',
    stores('matching.matches', ({ state }) => state?.state === 'asked'),
  ],
  ['storing that a request is met', stores('requests.requests', ({ state }) => state?.state === 'met')],
  [
    'storing a confirmation, before its answer',
    stores('matching.matches', ({ state }) => state?.state === 'confirmed'),
  ],
  ['storing a copy, before its cursor', stores('matching.holds', ({ data }) => data?.slots?.length === 1)],
  [
    'making a notification, before the next one',
    stores('notifications.notifications', ({ state }) => state?.subject?.template === 'question'),
  ],
];

/**
 * A mail that was sent in the very moment of the crash is sent again, under the same id: see the crash between sending
 * and noting below.
 */
const withoutRepeats = (dump: Dump): Dump => ({ ...dump, mails: [...new Set(dump['mails'] as string[])] });

describe('whatever happens twice or half', () => {
  let short: Dump;
  let full: Dump;
  beforeAll(async () => {
    short = await played(shortStory);
    full = await played(fullStory);
  });

  it('the stories end as they should when nothing goes wrong', () => {
    const states = (dump: Dump) =>
      (dump['matching.matches'] as Match[]).map(({ state }) => state.state).sort();
    expect(states(short)).toEqual(['cancelled']);
    expect(states(full)).toEqual(['cancelled', 'cancelled', 'confirmed', 'declined', 'released']);
    const holding = (full['offers.calendars'] as Act['document'][]).map(entries);
    expect(holding.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(new Set(full['mails'] as string[]).size).toBe((full['mails'] as string[]).length);
  });

  it('every event delivered twice changes nothing', async () => {
    expect(await played(fullStory, new Mortal(), twice)).toEqual(full);
  });

  it.each(deaths)('a crash after %s is repaired by the next start', async (_where, lastAct) => {
    const process = new Mortal(lastAct);
    const dump = await played(shortStory, process);

    expect(process.dead).toBe(true);
    expect(withoutRepeats(dump)).toEqual(short);
  });

  it('a crash between sending a mail and noting it repeats that mail, under the same id', async () => {
    const { mails, ...dump } = await played(shortStory, new Mortal(({ op }) => op === 'send'));
    const { mails: once, ...rest } = short;

    expect(dump).toEqual(rest);
    expect(new Set(mails as string[])).toEqual(new Set(once as string[]));
    expect((mails as string[]).length).toBe((once as string[]).length + 1);
  });

  it('consumers that start again from the first event change nothing', async () => {
    expect(await replayed()).toEqual(full);
  });

  describe('and a planted bug turns this red', () => {
    const forgets = stores(
      'matching.matches',
      ({ state, outbox }) => state?.state === 'holding' && outbox?.length === 0,
    );

    it('when the relay forgets before the bus took it', async () => {
      const process = new Mortal(forgets);

      await expect(played(shortStory, process, forgetfulBus(process))).rejects.toThrow('matches.not-asked');
      expect(process.dead).toBe(true);
    });

    it('and green again without it, at the same moment', async () => {
      const process = new Mortal(forgets);

      expect(withoutRepeats(await played(shortStory, process))).toEqual(short);
      expect(process.dead).toBe(true);
    });

    it('when seen-marks are not stored with the state', async () => {
      const unseen = ({ ...dump }: Dump) =>
        JSON.parse(JSON.stringify(dump, (k, v) => (k === 'seen' ? {} : v)));

      expect(unseen(await replayed(withoutSeen))).not.toEqual(unseen(full));
    });
  });
});

/** The full story, and then once more every event to every consumer. */
async function replayed(around?: Parameters<Stage['start']>[1]): Promise<Dump> {
  const stage = new Stage();
  try {
    await stage.start(new Mortal(), around);
    await fullStory(stage);
    await stage.stop();
    stage.forgetCursors();
    await stage.start(new Mortal(), around);
    return await stage.dump();
  } finally {
    await stage.end();
  }
}
