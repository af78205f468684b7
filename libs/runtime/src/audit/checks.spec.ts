import { booksOf } from '../../../../test/support/books.js';
import { aMessage, anEnvelope } from '../../test/things.js';
import { declareAggregate } from '../aggregates/aggregate.js';
import { checksOfAggregates } from './checks.js';

interface Plan {
  readonly open: boolean;
}

const plans = declareAggregate<Plan>({
  name: 'things.plans',
  owners: () => ({ regions: [] }),
  unfinished: ({ open }) => open,
  seen: 'few-sources',
  indexes: {},
});
const checks = checksOfAggregates([plans]);

const aPlan = (changes: object = {}) => ({
  id: 'it',
  seq: 2,
  outbox: [],
  nextAt: null,
  state: { open: false },
  ...changes,
});
const told = (...numbers: number[]) => numbers.map((seq) => aMessage(anEnvelope({ seq })));
const broken = async (plan: object, messages = told(1, 2)) => {
  const books = booksOf({ 'things.plans': [aPlan(plan)] }, messages);
  const found = await Promise.all(checks.map((check) => check.look(books)));
  return found.flatMap(({ wrong }, i) => wrong.map(() => checks[i]?.sentence.split(' ')[0]));
};

describe('what must hold of every aggregate', () => {
  it('holds for one that is finished and has told everything', async () => {
    expect(await broken({})).toEqual([]);
  });

  it('looks at those that are unfinished, at every outbox and at every event', async () => {
    const books = booksOf(
      { 'things.plans': [aPlan(), aPlan({ nextAt: 1, state: { open: true } })] },
      told(1, 2),
    );

    const found = await Promise.all(checks.map((check) => check.look(books)));

    expect(found.map(({ looked }) => looked)).toEqual([1, 2, 2]);
  });

  it('finds one that is unfinished and never falls due', async () => {
    expect(await broken({ state: { open: true } })).toEqual(['whatever']);
  });

  it('finds one whose events are not on the bus', async () => {
    expect(await broken({ outbox: [{}] })).toEqual(['every']);
  });

  it.each([
    ['an event is missing in between', { seq: 3 }, told(1, 3)],
    ['the first is missing', {}, told(2)],
    ['a later one came before an earlier', {}, told(2, 1)],
    ['the last is missing', {}, told(1)],
    ['none is there', {}, told()],
  ])('finds that %s', async (_, plan, messages) => {
    expect(await broken(plan, messages)).toEqual(expect.arrayContaining(['the']));
  });

  it.each([
    ['an event that came twice', told(1, 2, 2)],
    ['several that came again after a crash', told(1, 2, 1, 2)],
    ['a document that went on after it was read', told(1, 2, 3)],
    ['what is no event of ours', [...told(1, 2), aMessage('no event')]],
  ])('allows %s', async (_, messages) => {
    expect(await broken({}, messages)).toEqual([]);
  });
});
