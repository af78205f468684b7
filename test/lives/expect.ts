import {
  endOf,
  liveStates,
  month,
  other,
  pastStates,
  sameTimes,
  startOf,
  type Lesson,
  type Life,
  type Model,
  type Room,
  type Wish,
} from './model.js';
import {
  dates,
  fewPupils,
  lesson,
  morePupils,
  offers,
  requests,
  saysYesBeforehand,
  schoolOf,
  slotOf,
  slots,
  type GroupId,
  type SmallOffer,
  type SmallSlot,
} from './places.js';
import type { Approve, Arrange, Book, Elsewhere, Repeat, Say, Step } from './steps.js';

export const slotAt = (offer: number, date: number): SmallSlot => slots[offer * dates.length + date] as SmallSlot;
export const afternoon = (date: number): number => Date.parse(`${dates[date] as string}T14:00:00+01:00`);
export const pastStart = Date.parse('2026-12-15T10:00:00+01:00');
const anywhere: readonly Room[] = [{ slot: null, start: -Infinity, end: Infinity }];
const few = (groups: readonly GroupId[]) => groups.map((id) => ({ id, pupils: fewPupils }));
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const whole = ({ id, start, end }: SmallSlot): Room => ({ slot: id, start, end });

/** What a step comes to: `no` is a refusal, or a place that was not to be had; then nothing may have changed. */
export type Outcome = 'yes' | 'no';

/** Whether people get what they want, and what is so from then on. */
export function expect(model: Model, step: Exclude<Step, { do: 'at-once' }>, id: string): Outcome {
  switch (step.do) {
    case 'approve':
      return approve(model, step, id);
    case 'book':
      return book(model, step, id);
    case 'arrange':
      return arrange(model, step, id);
    case 'repeat': {
      const life = model.lives.at(-1 - step.match);
      return life ? repeat(model, life, step, id) : 'no';
    }
    case 'say': {
      const life = model.lives.at(-1 - step.match);
      return life ? said(model, life, step) : 'no';
    }
    case 'block': {
      const slot = slotAt(step.offer, step.date);
      const before = model.blocked.get(slot.id) ?? 0;
      const room = model.free(slot.id) + before;
      if (model.withdrawnOffers.has(slot.offer.id) || (step.places > room && step.places > before)) return 'no';
      model.blocked.set(slot.id, step.places);
      return 'yes';
    }
    case 'withdraw-offer':
      model.withdrawnOffers.add(offers[step.offer]?.id as string);
      return 'yes';
    case 'withdraw-request':
      return withdrawRequest(model, requests[step.request]?.id as string);
    case 'pass':
      model.now += step.time;
      model.pass();
      return 'yes';
  }
}

function withdrawRequest(model: Model, request: string): Outcome {
  if (model.withdrawnRequests.has(request) || model.metBy.has(request)) return 'no';
  model.withdrawnRequests.add(request);
  for (const life of model.lives)
    if (life.request === request && ['option', 'asked'].includes(life.state)) model.end(life, 'cancelled');
  return 'yes';
}

type Newborn = Pick<Life, 'id' | 'origin' | 'request' | 'offer' | 'school' | 'firm' | 'lessons' | 'allowed' | 'exact' | 'yes'>;

function begin(model: Model, newborn: Newborn, asOption = false): Outcome {
  const fresh = { state: 'holding', question: 1, lastQuestion: 1, change: null, nextAt: null, holds: [] };
  const life: Life = { ...newborn, ...fresh, pupils: null, hours: null };
  if (life.origin === 'arranged' && endOf(life.lessons) <= model.now) {
    life.nextAt = Math.max(model.now, endOf(life.lessons) + month);
    life.state = 'held';
  } else if (!model.canHold(life, life.lessons)) return 'no';
  else model.secured(life, asOption);
  model.lives.push(life);
  return 'yes';
}

const isTooLate = (model: Model, wanted: readonly SmallSlot[]) =>
  wanted.some(({ start }) => dayOf(start) < dayOf(model.now));

function approve(model: Model, { request, offer, dates: on }: Approve, id: string): Outcome {
  const { id: requestId, groups } = requests[request] as (typeof requests)[number];
  const wanted = on.map((date) => slotAt(offer, date));
  const own = model.lives.filter((life) => life.request === requestId);
  const isOut = (slot: SmallSlot) =>
    own.some(
      (life) =>
        (['declined', 'cancelled'].includes(life.state) && life.offer === slot.offer.id) ||
        (life.state === 'released' && life.lessons.some((each) => each.slot === slot.id)),
    );
  const isOver = model.withdrawnRequests.has(requestId) || model.metBy.has(requestId);
  if (isOver || own.some(({ state }) => liveStates.includes(state)) || wanted.some(isOut)) return 'no';
  if (isTooLate(model, wanted) || wanted.length > groups.length) return 'no';
  const lessons = wanted.map((slot, i) => ({
    ...{ slot: slot.id, start: slot.start, end: slot.end },
    groups: few(wanted.length === 1 ? groups : [groups[i] as GroupId]),
  }));
  const firm = offers[offer]?.promise === 'firm';
  return begin(model, {
    ...{ id, origin: 'proposed', request: requestId, lessons, firm, exact: firm },
    ...{ offer: (offers[offer] as SmallOffer).id, school: schoolOf[groups[0] as GroupId] },
    allowed: wanted.map(whole),
    yes: [...(firm ? ['partner' as const] : []), ...(requestId === saysYesBeforehand ? ['school' as const] : [])],
  });
}

function book(model: Model, { offer, date, groups, asOption }: Book, id: string): Outcome {
  const slot = slotAt(offer, date);
  if (slot.offer.promise !== 'firm' || isTooLate(model, [slot])) return 'no';
  const lessons = [{ slot: slot.id, start: slot.start, end: slot.end, groups: few(groups) }];
  const newborn: Newborn = {
    ...{ id, origin: 'booked', request: null, offer: slot.offer.id, lessons, firm: true, exact: true },
    ...{ school: schoolOf[groups[0] as GroupId], allowed: [whole(slot)], yes: ['school', 'partner'] },
  };
  return begin(model, newborn, asOption);
}

function arrange(model: Model, { by, groups, offer, date, inSlot }: Arrange, id: string): Outcome {
  const slot = offer !== null && inSlot && date !== 'past' ? slotAt(offer, date) : undefined;
  const start = date === 'past' ? pastStart : (slot?.start ?? afternoon(date));
  return begin(model, {
    ...{ id, origin: 'arranged', request: null, offer: offer === null ? null : (offers[offer] as SmallOffer).id },
    ...{ school: schoolOf[groups[0] as GroupId], firm: false, exact: true, allowed: anywhere },
    lessons: [{ slot: slot?.id ?? null, start, end: start + lesson, groups: few(groups) }],
    yes: by === 'coordinator' ? [] : [by],
  });
}

function repeat(model: Model, life: Life, { side, date, inSlot }: Repeat, id: string): Outcome {
  if (life.state !== 'confirmed' && !pastStates.includes(life.state)) return 'no';
  const offer = offers.findIndex((each) => each.id === life.offer);
  const start = inSlot && offer >= 0 ? slotAt(offer, date).start : afternoon(date);
  const later = start - startOf(life.lessons);
  const lessons = life.lessons.map((each): Lesson => {
    const time = { start: each.start + later, end: each.end + later };
    const slot = slots.find(
      (one) => one.offer.id === life.offer && one.start <= time.start && time.end <= one.end,
    );
    return { ...time, slot: slot?.id ?? null, groups: few(each.groups.map((group) => group.id)) };
  });
  if (start <= model.now) return 'no';
  const { school } = life;
  const kept = { id, origin: 'repeated' as const, request: null, offer: life.offer, school, lessons };
  return begin(model, { ...kept, firm: false, exact: true, allowed: anywhere, yes: [side] });
}

/** Where each lesson would begin if it stayed where it is, that much later. */
export const askedTimes = ({ lessons }: Life, shift: number): number[] =>
  lessons.map(({ slot, start }) => {
    const two = Date.parse(`${dayOf(start)}T14:00:00+01:00`);
    return (slot ? slotOf(slot).start : two) + shift;
  });

/** Where a match would be; undefined where it cannot be. */
function placeFor(model: Model, life: Life, to: Elsewhere): Wish | undefined {
  const inside = (rooms: readonly Room[], lessons: readonly Lesson[]) =>
    lessons.every(({ slot, start, end }) =>
      rooms.some((room) => (room.slot === null || room.slot === slot) && room.start <= start && end <= room.end),
    );
  const inARow = (slot: string | null, first: number) =>
    life.lessons.map(({ groups }, i) => ({ slot, start: first + i * lesson, end: first + (i + 1) * lesson, groups }));
  if (to.in === 'own') {
    const starts = askedTimes(life, to.shift);
    const lessons = life.lessons.map((each, i) => {
      const start = starts[i] as number;
      return { ...each, start, end: start + lesson };
    });
    return inside(life.allowed, lessons) ? { lessons, allowed: life.allowed } : undefined;
  }
  if (to.in === 'afternoon') {
    const lessons = inARow(null, afternoon(to.date) + to.shift);
    return life.firm ? undefined : { lessons, allowed: [{ slot: null, start: startOf(lessons), end: endOf(lessons) }] };
  }
  const slot = slotAt(to.offer, to.date);
  const lessons = inARow(slot.id, slot.start + to.shift);
  const stays = life.lessons.every((each) => each.slot === slot.id);
  if (!stays && (life.offer !== slot.offer.id || model.withdrawnOffers.has(slot.offer.id))) return undefined;
  const allowed = stays ? life.allowed : [whole(slot)];
  return inside(allowed, lessons) ? { lessons, allowed } : undefined;
}

const isSame = (a: readonly Lesson[], b: readonly Lesson[]) => JSON.stringify(a) === JSON.stringify(b);

function said(model: Model, life: Life, { what, side, to, number }: Say): Outcome {
  const { state, lessons, change } = life;
  const saidYes = life.yes.includes(side);
  const disputes = state === 'held' && life.origin === 'arranged' && !saidYes;
  const isAhead = state === 'confirmed' && startOf(lessons) > model.now;
  switch (what) {
    case 'accept':
      return accept(model, life, side, to.shift);
    case 'decline':
      if (state === 'confirmed' && change) model.drop(life);
      else if (state === 'asked' || disputes || (state === 'option' && side === 'school')) model.end(life, 'declined');
      else return 'no';
      return 'yes';
    case 'cancel':
      if (!liveStates.includes(state) || endOf(lessons) <= model.now) return 'no';
      model.end(life, 'cancelled');
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
      if (state === 'no-show') Object.assign(life, { state: 'held', nextAt: model.now + month });
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

function accept(model: Model, life: Life, side: Say['side'], shift: number): Outcome {
  const { state, change } = life;
  const saidYes = life.yes.includes(side);
  if (change && change.by !== side) {
    model.agreeToChange(life);
    return 'yes';
  }
  if (state === 'held' && life.origin === 'arranged' && !saidYes) {
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
  if (!place) return 'no';
  const held = life.holds.flatMap(({ lessons }) => lessons);
  const isHeld = place.lessons.every(({ slot, start, end }) =>
    held.some((each) => each.slot === slot && each.start <= start && end <= each.end),
  );
  if (isHeld ? life.exact && sameTimes(place.lessons, life.lessons) : isSame(place.lessons, life.lessons)) return 'no';
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
  if (life.state === 'closed' && model.now > endOf(life.lessons) + month) return 'no';
  if (side === 'school') life.pupils = number;
  else life.hours = number;
  if (side === 'school' && life.state === 'held') life.state = 'counted';
  if (life.pupils !== null && life.hours !== null) Object.assign(life, { state: 'closed', nextAt: null });
  return 'yes';
}
void other;
