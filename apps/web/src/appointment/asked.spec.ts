import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Match } from '../api/matches.js';
import { askedOf, endingOf, meansOf, sendOf } from './asked.js';

const words = JSON.parse(readFileSync(join(__dirname, '../words/appointments.nl.json'), 'utf8')) as Record<
  string,
  string
>;
const aMatch = (changes: Partial<Match>) =>
  ({
    state: 'asked',
    origin: 'proposed',
    requestId: 'a-request',
    sessions: [],
    ...changes,
  }) as unknown as Match;
const now = '2027-01-13T09:00:00+01:00';

const proposed = aMatch({});
const arranged = aMatch({ origin: 'arranged', requestId: null });
const option = aMatch({ state: 'option', origin: 'booked', requestId: null });
const change = aMatch({ state: 'confirmed' });
const recorded = aMatch({ state: 'held', origin: 'arranged', requestId: null });

describe('a no', () => {
  const said = (match: Match) => [
    words[meansOf('decline', match, now)] ?? '',
    words[`done.decline.${askedOf(match)}`] ?? '',
  ];

  it('frees the place and makes us search on only for what a school asked for', () => {
    expect(said(proposed).join(' ')).toMatch(/plek komt vrij.*zoeken verder.*zoeken verder/i);
    for (const match of [arranged, option, change, recorded])
      expect(said(match).join(' ')).not.toMatch(/zoeken/);
  });

  it('to a change leaves the appointment as it was', () => {
    expect(said(change)).toEqual([
      expect.stringContaining('blijft zoals ze was'),
      expect.stringContaining('blijft zoals ze was'),
    ]);
  });

  it('lets an option go, and says that what was recorded does not count', () => {
    expect([words[sendOf('decline', option)], words[sendOf('decline', recorded)]]).toEqual([
      'Laat de optie gaan',
      'Zeg dat dit niet klopt',
    ]);
    expect(said(option)[0]).toMatch(/vrij/);
    expect(said(recorded).join(' ')).toMatch(/telt dan niet mee.*telt niet mee/);
  });
});

describe('a yes', () => {
  it('waits for the other side only where that side is asked too', () => {
    const means = (match: Match) => words[meansOf('accept', match, now)];

    expect([means(proposed), means(arranged)]).toEqual([
      expect.stringContaining('beide kanten'),
      expect.stringContaining('beide kanten'),
    ]);
    for (const match of [option, change, recorded]) expect(means(match)).not.toMatch(/beide kanten/);
  });
});

describe('calling off', () => {
  it('is of the days to come once one of them has been', () => {
    const on = (...days: string[]) =>
      aMatch({
        state: 'confirmed',
        sessions: days.map((day) => ({ end: `${day}T10:30:00+01:00` })) as Match['sessions'],
      });

    expect(words[meansOf('cancel', on('2027-01-12', '2027-01-14'), now)]).toMatch(
      /Wat al geweest is, blijft/,
    );
    expect(words[meansOf('cancel', on('2027-01-14'), now)]).toMatch(/De afspraak vervalt/);
  });
});

describe('how it ended', () => {
  it('names a request that is open again only when there is one', () => {
    for (const state of ['declined', 'released', 'refused'] as const) {
      const of = (match: Match) => words[`ended.${endingOf({ ...match, state })}`];

      expect(of(proposed)).toMatch(/aanvraag|zoeken/);
      for (const match of [option, arranged]) expect(of(match)).not.toMatch(/aanvraag|zoeken/);
    }
    expect(words[`ended.${endingOf({ ...recorded, state: 'declined' })}`]).toMatch(/telt niet mee/);
  });
});
