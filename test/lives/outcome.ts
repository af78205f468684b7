import { canHold, placesFree } from './claims.js';
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
} from './life.js';
import type { Model } from './model.js';
import {
  afternoon,
  fewPupils,
  lesson,
  offers,
  pastStart,
  requests,
  saysYesBeforehand,
  schoolOf,
  slotAt,
  slots,
  type GroupId,
  type SmallOffer,
  type SmallSlot,
} from './places.js';
import { said } from './said.js';
import type { Approve, Arrange, Book, Outcome, Repeat, Step } from './steps.js';

const anywhere: readonly Room[] = [{ slot: null, start: -Infinity, end: Infinity }];
const few = (groups: readonly GroupId[]) => groups.map((id) => ({ id, pupils: fewPupils }));

/** Whether people get what they want, and what is so from then on. */
export function outcomeOf(model: Model, step: Exclude<Step, { do: 'at-once' }>, id: string): Outcome {
  switch (step.do) {
    case 'approve':
      return approve(model, step, id);
    case 'book':
      return book(model, step, id);
    case 'arrange':
      return arrange(model, step, id);
    case 'repeat': {
      const life = model.lifeOf(step.match);
      return life ? repeat(model, life, step, id) : 'no';
    }
    case 'say': {
      const life = model.lifeOf(step.match);
      return life ? said(model, life, step) : 'no';
    }
    case 'block': {
      const slot = slotAt(step.offer, step.date);
      const before = model.blocked.get(slot.id) ?? 0;
      const room = placesFree(model, slot.id) + before;
      if (model.withdrawnOffers.has(slot.offer.id) || (step.places > room && step.places > before))
        return 'no';
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
  if (model.withdrawnRequests.has(request) || model.servedBy(request).size > 0) return 'no';
  model.withdrawnRequests.add(request);
  for (const life of model.lives)
    if (life.request === request && ['option', 'asked'].includes(life.state)) model.end(life, 'cancelled');
  return 'yes';
}

type Newborn = Pick<
  Life,
  'id' | 'origin' | 'request' | 'offer' | 'school' | 'firm' | 'lessons' | 'allowed' | 'exact' | 'yes'
>;

function begin(model: Model, newborn: Newborn, asOption = false): Outcome {
  const fresh = { state: 'holding', question: 1, lastQuestion: 1, change: null, nextAt: null, holds: [] };
  const life: Life = { ...newborn, ...fresh, since: model.now, pupils: null, hours: null };
  if (life.origin === 'arranged' && endOf(life.lessons) <= model.now) {
    life.nextAt = model.now + month;
    life.state = 'held';
  } else if (!canHold(model, life, life.lessons)) return 'no';
  else model.secured(life, asOption);
  model.lives.push(life);
  return 'yes';
}

const isTooLate = (model: Model, wanted: readonly SmallSlot[]) =>
  wanted.some(({ start }) => start <= model.now);

function approve(model: Model, { request, offer, dates: on }: Approve, id: string): Outcome {
  const { id: requestId, groups: all } = requests[request] as (typeof requests)[number];
  const served = model.servedBy(requestId);
  const groups = all.filter((id) => !served.has(id));
  const wanted = on.map((date) => slotAt(offer, date));
  const own = model.lives.filter((life) => life.request === requestId);
  const isOut = (slot: SmallSlot) =>
    own.some(
      (life) =>
        (['declined', 'cancelled'].includes(life.state) && life.offer === slot.offer.id) ||
        (life.state === 'released' && life.lessons.some((each) => each.slot === slot.id)),
    );
  const isOver = model.withdrawnRequests.has(requestId) || groups.length === 0;
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
    yes: [
      ...(firm ? ['partner' as const] : []),
      ...(requestId === saysYesBeforehand ? ['school' as const] : []),
    ],
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
    ...{
      id,
      origin: 'arranged',
      request: null,
      offer: offer === null ? null : (offers[offer] as SmallOffer).id,
    },
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
    return { ...time, slot: slot?.id ?? null, groups: each.groups };
  });
  if (start <= model.now) return 'no';
  const { school } = life;
  const kept = { id, origin: 'repeated' as const, request: null, offer: life.offer, school, lessons };
  return begin(model, { ...kept, firm: false, exact: true, allowed: anywhere, yes: [side] });
}
