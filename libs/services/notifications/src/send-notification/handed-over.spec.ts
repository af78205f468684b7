import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aMatch, aPerson, anAppointment, atFactory, bothSaidYes, jan, known } from '../../test/builders.js';
import { asked, awaited, confirmed, contactChanged, held } from '../../test/events.js';
import type { MatchView } from '../owners/views.js';

const piet = aPerson({ id: 'piet', email: 'piet@fabriek.example', deputyId: 'dirk', roles: atFactory });
const dirk = aPerson({ id: 'dirk', email: 'dirk@fabriek.example', roles: atFactory });

let running: RunningNotifications;
beforeEach(async () => {
  running = await runNotifications(undefined, { undoMs: 600_000 });
  meet(piet);
  meet(dirk);
});
afterEach(() => running.close());

const meet = (person: typeof piet) => running.owners.set(`directory/internal/people/${person.id}`, person);

/** The match with that contact of the partner, as its owner knows it from now on. */
function contactIs(partner: string, over: Partial<MatchView> = {}): MatchView {
  const match = aMatch({ contacts: { school: ['tess'], partner }, ...over });
  known(running.owners, anAppointment({ match }));
  return match;
}
const agreed = { state: 'confirmed', calendarSequence: 1, acceptedBy: bothSaidYes } as const;

let seq = 1;
async function happens(said: object, match: MatchView): Promise<void> {
  seq += 1;
  await running.tell(said, { key: match.id, seq });
  await running.settled();
}
const recipients = async () => (await running.mails()).map(({ to }) => to.email).sort();

describe('who handed a match over', () => {
  it('gets no question that can still be undone: whoever took over does', async () => {
    const before = contactIs('jan');
    await happens(asked(before, ['partner']), before);
    const match = contactIs('piet');
    running.clock.advance(60_000);
    await happens(contactChanged(match, 'partner', 'piet'), match);

    await running.at('2026-11-23T09:30:00+01:00');

    expect(await recipients()).toEqual(['piet@fabriek.example']);
  });

  it('gets no reminder that waits for a digest', async () => {
    const before = contactIs('jan', agreed);
    meet({ ...jan, preferences: { mail: 'daily', reminders: true } });
    await happens(confirmed(before), before);
    await running.at('2027-01-11T16:00:00+01:00');
    const waiting = (await running.stored(before.id)).filter(({ state }) => state.phase === 'waiting');
    expect(waiting.map(({ state }) => [state.subject.template, state.recipient])).toEqual([
      ['reminder', 'jan'],
    ]);

    contactIs('piet', agreed);
    await running.at('2027-01-11T16:30:00+01:00');

    const left = (await running.stored(before.id)).find(({ id }) => id === waiting[0]?.id);
    expect(left?.state).toMatchObject({ phase: 'skipped', why: 'other-contact' });
  });
});

describe('who took it over', () => {
  it('is reminded of the question, and so is the deputy', async () => {
    const match = contactIs('piet');

    await happens(awaited(match, 'partner'), match);
    await running.at('2026-11-24T08:00:00+01:00');

    expect(await recipients()).toEqual(['dirk@fabriek.example', 'piet@fabriek.example']);
  });

  it('is asked for the figures', async () => {
    const match = contactIs('piet', { ...agreed, state: 'held' });
    await happens(held(match), match);

    await running.at('2027-01-13T08:00:00+01:00');

    expect(await recipients()).toEqual(['piet@fabriek.example', 'tess@school.example']);
  });
});
