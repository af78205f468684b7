import { localDateOf } from '#libs/facts';
import {
  endOf,
  liveStates,
  month,
  pastStates,
  startOf,
  whole,
  type Lesson,
  type Life,
  type Room,
  type Wish,
} from './life.js';
import { sameTimes, type Model } from './model.js';
import { afternoon, fewPupils, lesson, morePupils, slotAt, slotOf } from './places.js';
import type { Elsewhere, Outcome, Say } from './steps.js';

/** Where each lesson would begin if it stayed where it is, that much later. */
export const askedTimes = ({ lessons }: Life, shift: number): number[] =>
  lessons.map(({ slot, start }) => {
    const two = Date.parse(`${localDateOf(start)}T14:00:00+01:00`);
    return (slot ? slotOf(slot).start : two) + shift;
  });

/** Where a match would be; undefined where it cannot be. */
function placeFor(model: Model, life: Life, to: Elsewhere): Wish | undefined {
  const inside = (rooms: readonly Room[], lessons: readonly Lesson[]) =>
    lessons.every(({ slot, start, end }) =>
      rooms.some(
        (room) => (room.slot === null || room.slot === slot) && room.start <= start && end <= room.end,
      ),
    );
  const inARow = (slot: string | null, first: number) =>
    life.lessons.map(({ groups }, i) => ({
      slot,
      start: first + i * lesson,
      end: first + (i + 1) * lesson,
      groups,
    }));
  if (to.in === 'own') {
    const starts = askedTimes(life, to.shift);
    const lessons = life.lessons.map((each, i) => {
      const start = starts[i] as number;
      return { ...each, start, end: start + lesson };
    });
    const fits = inside(life.allowed, lessons) && !overlap(lessons);
    return fits ? { lessons, allowed: life.allowed } : undefined;
  }
  if (to.in === 'afternoon') {
    const lessons = inARow(null, afternoon(to.date) + to.shift);
    return life.firm
      ? undefined
      : { lessons, allowed: [{ slot: null, start: startOf(lessons), end: endOf(lessons) }] };
  }
  const slot = slotAt(to.offer, to.date);
  const lessons = inARow(slot.id, slot.start + to.shift);
  const stays = life.lessons.every((each) => each.slot === slot.id);
  if (!stays && (life.offer !== slot.offer.id || model.withdrawnOffers.has(slot.offer.id))) return undefined;
  const allowed = stays ? life.allowed : [whole(slot)];
  return inside(allowed, lessons) ? { lessons, allowed } : undefined;
}

/** In one slot one lesson follows the other. */
const overlap = (lessons: readonly Lesson[]) =>
  lessons.some((a, i) =>
    lessons
      .slice(i + 1)
      .some((b) => a.slot !== null && a.slot === b.slot && a.start < b.end && b.start < a.end),
  );

const isSame = (a: readonly Lesson[], b: readonly Lesson[]) =>
  sameTimes(a, b) &&
  a.every(({ slot, groups }, i) => {
    const pupils = (each: Lesson | undefined) => each?.groups.map((group) => group.pupils).join();
    return slot === b[i]?.slot && groups.map((group) => group.pupils).join() === pupils(b[i]);
  });

/** Whether a side may say that, and what is so from then on. */
export function said(model: Model, life: Life, { what, side, to, number }: Say): Outcome {
  const { state, lessons, change } = life;
  const saidYes = life.yes.includes(side);
  const disputes = isWrittenDown(life) && !saidYes;
  const isAhead = state === 'confirmed' && startOf(lessons) > model.now;
  switch (what) {
    case 'accept':
      return accept(model, life, side, to.shift);
    case 'decline':
      if (state === 'confirmed' && change) model.drop(life);
      else if (state === 'asked' || disputes || (state === 'option' && side === 'school'))
        model.end(life, 'declined');
      else return 'no';
      return 'yes';
    case 'cancel':
      if (!liveStates.includes(state) || endOf(lessons) <= model.now) return 'no';
      if (state === 'confirmed' && lessons.some(({ end }) => end <= model.now)) model.cancelRest(life);
      else model.end(life, 'cancelled');
      return 'yes';
    case 'counter':
      return counter(model, life, side, to);
    case 'move': {
      const place = isAhead && !change ? placeFor(model, life, to) : undefined;
      if (!place || startOf(place.lessons) <= model.now || isSame(place.lessons, lessons)) return 'no';
      model.want(life, place, side);
      return 'yes';
    }
    case 'pupils': {
      const pupils = number === 20 ? fewPupils : morePupils;
      const first = lessons[0]?.groups[0]?.id;
      const next = lessons.map((each) => ({
        ...each,
        groups: each.groups.map((group) => (group.id === first ? { ...group, pupils } : group)),
      }));
      if (!isAhead || change || isSame(next, lessons)) return 'no';
      model.want(life, { lessons: next, allowed: life.allowed }, side);
      return 'yes';
    }
    case 'contact':
      return liveStates.includes(state) ? 'yes' : 'no';
    case 'held':
      if (pastStates.includes(state)) return 'yes';
      if (state === 'no-show') model.undoNoShow(life);
      else if (state === 'confirmed' && startOf(lessons) <= model.now) model.takePlace(life);
      else return 'no';
      return 'yes';
    case 'no-show':
      if ((state !== 'confirmed' && state !== 'held') || startOf(lessons) > model.now) return 'no';
      model.end(life, 'no-show');
      return 'yes';
    case 'count':
      return count(model, life, side, number);
  }
}

const isWrittenDown = ({ state, origin }: Life): boolean =>
  origin === 'arranged' && (state === 'held' || state === 'counted');

function accept(model: Model, life: Life, side: Say['side'], shift: number): Outcome {
  const { state, change } = life;
  const saidYes = life.yes.includes(side);
  if (change && change.by !== side) {
    model.agreeToChange(life);
    return 'yes';
  }
  if (isWrittenDown(life) && !saidYes) {
    life.yes = [...life.yes, side];
    return 'yes';
  }
  if (state === 'option' && side === 'school') {
    life.yes = [...life.yes, side];
    model.confirm(life);
    return 'yes';
  }
  if (state === 'confirmed') return 'yes';
  if (state !== 'asked') return 'no';
  if (!life.exact) {
    const place = placeFor(model, life, { in: 'own', offer: 0, date: 0, shift });
    if (!place) return 'no';
    Object.assign(life, { lessons: place.lessons, exact: true });
  }
  if (!saidYes) life.yes = [...life.yes, side];
  if (life.yes.length === 2) model.confirm(life);
  return 'yes';
}

function counter(model: Model, life: Life, side: Say['side'], to: Elsewhere): Outcome {
  const place = life.state === 'asked' ? placeFor(model, life, to) : undefined;
  if (!place || startOf(place.lessons) <= model.now) return 'no';
  const held = life.holds[0]?.lessons ?? [];
  const isHeld = place.lessons.every(({ slot, start, end }, i) => {
    const each = held[i] as Lesson;
    return each.slot === slot && each.start <= start && end <= each.end;
  });
  if (isHeld ? life.exact && sameTimes(place.lessons, life.lessons) : isSame(place.lessons, life.lessons))
    return 'no';
  if (!isHeld) {
    model.want(life, place, side);
    return 'yes';
  }
  life.lastQuestion += 1;
  Object.assign(life, { lessons: place.lessons, question: life.lastQuestion, exact: true, yes: [side] });
  model.ask(life);
  return 'yes';
}

function count(model: Model, life: Life, side: Say['side'], number: number): Outcome {
  if (!pastStates.includes(life.state)) return 'no';
  if (life.state === 'closed' && model.now > Math.max(endOf(life.lessons), life.since) + month) return 'no';
  if (side === 'school') life.pupils = number;
  else life.hours = number;
  if (side === 'school' && life.state === 'held') life.state = 'counted';
  if (life.pupils !== null && life.hours !== null) Object.assign(life, { state: 'closed', nextAt: null });
  return 'yes';
}
