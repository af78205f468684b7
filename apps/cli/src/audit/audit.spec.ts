import { booksOf } from '../../../../test/support/books.js';
import type { Books, Check } from '#libs/runtime';
import { audit, say } from './audit.js';
import { checks } from './checks.js';
import { lookAt } from './look.js';
import { matchesHaveTheirHolds } from './matches-have-their-holds.js';

const need = { slotId: 'a-slot', groups: 2 };
const aMatch = (state: string) => ({ id: 'it', state: { state, needs: [need] } });
const aHold = (phase: string, slots = [need]) => ({ id: 'it', state: { sets: [{ phase, slots }] } });
const wrongOf = async (matches: object[], holds: object[]) =>
  (
    await matchesHaveTheirHolds.look(booksOf({ 'matching.matches': matches, 'offers.holds': holds }))
  ).wrong.map(({ what }) => what);

describe('a match and its hold', () => {
  it.each(['option', 'asked', 'confirmed', 'held', 'closed'])(
    'belong together while it is %s',
    async (state) => {
      expect(await wrongOf([aMatch(state)], [aHold('held')])).toEqual([]);
    },
  );

  it.each<[string, object[], object[], string]>([
    ['a promised match without a hold', [aMatch('confirmed')], [], 'is confirmed and holds nothing'],
    ['one whose hold was given back', [aMatch('asked')], [aHold('released')], 'is asked and holds nothing'],
    [
      'one that holds fewer places than it needs',
      [aMatch('option')],
      [aHold('held', [{ slotId: 'a-slot', groups: 1 }])],
      'is option and does not hold a-slot',
    ],
    ['a hold that nobody asked for', [], [aHold('held')], 'holds something and its match is unknown'],
    [
      'a hold of a match that is over',
      [aMatch('declined')],
      [aHold('taking')],
      'holds something and its match is declined',
    ],
  ])('%s is found', async (_, matches, holds, what) => {
    expect(await wrongOf(matches, holds)).toEqual([what]);
  });

  it('may be on their way', async () => {
    expect(await wrongOf([aMatch('holding')], [])).toEqual([]);
    expect(await wrongOf([aMatch('holding')], [aHold('taking')])).toEqual([]);
    expect(await wrongOf([aMatch('declined')], [aHold('giving-back')])).toEqual([]);
  });
});

describe('an audit', () => {
  const books = booksOf({});
  /** Finds at each look what the test says. */
  const finding = (...looks: string[][]): Check => ({
    sentence: 'all is well',
    look: async () => ({ looked: 7, wrong: (looks.shift() ?? []).map((id) => ({ id, what: 'is wrong' })) }),
  });
  const looked = (
    check: Check,
    open = async (): Promise<{ books: Books; close(): Promise<void> }> => ({
      books,
      close: async () => undefined,
    }),
  ) => lookAt([check], { open, pause: async () => undefined, looks: 2 });

  it('does not believe what is gone at a later look', async () => {
    const [found] = await looked(finding(['a', 'b'], ['b', 'c'], ['c']));

    expect(found).toMatchObject({ looked: 7, wrong: [] });
  });

  it('believes what stays', async () => {
    const [found] = await looked(finding(['a', 'b'], ['b'], ['b']));

    expect(found?.wrong).toEqual([{ id: 'b', what: 'is wrong' }]);
  });

  it('looks once when nothing is wrong', async () => {
    let opened = 0;
    await looked(finding(), async () => {
      opened += 1;
      return { books, close: async () => undefined };
    });

    expect(opened).toBe(1);
  });

  it('says a line for each check, and the ids of what is wrong', async () => {
    const lines: string[] = [];
    const screen = { line: (text: string) => void lines.push(text), progress: () => ({ at() {}, end() {} }) };
    const findings = await looked(finding(['a'], ['a'], ['a']));

    expect(() => say(findings, screen)).toThrow('1 of 1 checks found something wrong.');
    expect(lines).toEqual(['NO          7  all is well', '              a is wrong']);
  });

  it('reads no folder in place of a Leerbrug elsewhere', async () => {
    const environment = { LEERBRUG_URL: 'http://gateway:8080' };
    const screen = { line: () => undefined, progress: () => ({ at() {}, end() {} }) };

    await expect(audit({ environment, cluster: false }, screen)).rejects.toThrow(
      /leerbrug audit --cluster\.$/,
    );
  });

  it('has nothing to say against an installation where nothing is kept', async () => {
    const findings = await Promise.all(checks.map((check) => check.look(books)));

    expect(findings.length).toBeGreaterThanOrEqual(6);
    expect(findings.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
