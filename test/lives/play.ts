import { Refusal } from '#libs/contracts';
import type { DocumentStore } from '#libs/ports/document-store/port';
import { matchesAggregate } from '../../libs/services/matching/src/matching.collection.js';
import { differences } from './differences.js';
import { outcomeOf } from './outcome.js';
import type { FrozenStore } from './frozen-store.js';
import { Model } from './model.js';
import { idOf, perform } from './perform.js';
import { startsAt } from './places.js';
import type { Approve, Book, Step } from './steps.js';
import { openTown, type Town } from './town.js';

/** Lives it step by step beside the model; what is wrong after the first step after which anything is. */
export async function wrongAfter(
  steps: readonly Step[],
  around?: (store: FrozenStore) => DocumentStore,
): Promise<string[]> {
  const town = openTown(around);
  const model = new Model(startsAt);
  for (const [i, step] of steps.entries()) {
    const wrong = await take(town, model, step, `step-${i}`);
    const found = [...wrong, ...town.failures.map(String), ...differences(town, model)];
    if (found.length > 0) return found.map((each) => `after step ${i}, ${JSON.stringify(step)}: ${each}`);
  }
  return [];
}

async function take(town: Town, model: Model, step: Step, key: string): Promise<string[]> {
  if (step.do === 'at-once') return takeAtOnce(town, model, step.these, key);
  if (step.do === 'pass') {
    await timePasses(town, town.clock.now() + step.time);
    outcomeOf(model, step, '');
    return [];
  }
  const before = town.memory.writes;
  const isDone = await perform(town, model, step, key).then(() => true, refused);
  if (!isDone && town.memory.writes > before) return ['what was refused changed something'];
  await town.rest();
  const got = isDone && (!makes.includes(step.do) || isMade(town, idOf(key))) ? 'yes' : 'no';
  const expected = outcomeOf(model, step, idOf(key));
  const nobody = (step.do === 'say' || step.do === 'repeat') && !model.lifeOf(step.match);
  return got === expected || nobody ? [] : [`it was ${got} and should be ${expected}`];
}

/**
 * Of several at once those that got it must have been able to in some order. That nobody got it is allowed: whoever won
 * the slot may have met another obstacle when the others had been refused already.
 */
async function takeAtOnce(
  town: Town,
  model: Model,
  these: readonly (Approve | Book)[],
  key: string,
): Promise<string[]> {
  const keys = these.map((_, i) => `${key}-${i}`);
  await Promise.all(these.map((each, i) => perform(town, model, each, keys[i] as string).catch(refused)));
  await town.rest();
  const got = keys.map((each) => isMade(town, idOf(each)));
  const orders = [
    [0, 1],
    [1, 0],
  ];
  const winners = orders.find((order) =>
    couldAll(
      model,
      these,
      keys,
      order.filter((i) => got[i]),
    ),
  );
  if (!winners) return ['both got what only one can have'];
  for (const i of winners.filter((each) => got[each]))
    outcomeOf(model, these[i] as Approve | Book, idOf(keys[i] as string));
  return [];
}

function couldAll(
  model: Model,
  these: readonly (Approve | Book)[],
  keys: readonly string[],
  order: readonly number[],
): boolean {
  const copy = Object.setPrototypeOf(structuredClone(model), Model.prototype) as Model;
  return order.every((i) => outcomeOf(copy, these[i] as Approve | Book, idOf(keys[i] as string)) === 'yes');
}

function refused(error: unknown): false {
  if (error instanceof Refusal) return false;
  throw error;
}

const makes: readonly Step['do'][] = ['approve', 'book', 'arrange', 'repeat'];

function isMade({ memory }: Town, id: string): boolean {
  const match = memory.one(matchesAggregate.collection, id);
  return match !== undefined && match.state.state !== 'refused';
}

/** No clock of a match is looked at later than it asked for: what happens after that is told elsewhere. */
async function timePasses(town: Town, until: number): Promise<void> {
  for (let at = town.clock.now(); at < until;) {
    const moments = town.memory.every(matchesAggregate.collection).map(({ nextAt }) => nextAt ?? until);
    at = Math.min(until, ...moments.filter((moment) => moment > at));
    town.clock.advance(at - town.clock.now());
    await passed(town);
  }
}

/** Everything that is due by now has happened, also what fell due because of it. */
async function passed(town: Town): Promise<void> {
  for (;;) {
    const before = town.memory.writes;
    await town.due.sweep();
    await town.rest();
    if (town.memory.writes === before) return;
  }
}
