import { toOffsetIso } from '#libs/facts';
import { idFrom, type Actor, type CommandCause } from '#libs/runtime';
import { withdrawOffer } from '../../libs/services/offers/src/domain/offer.js';
import { withdrawRequest } from '../../libs/services/requests/src/domain/request.js';
import type { Life } from './life.js';
import type { Model } from './model.js';
import {
  afternoon,
  pastStart,
  slotAt,
  fewPupils,
  lesson,
  minutes,
  morePupils,
  offers,
  organisationId,
  regionId,
  requests,
  schoolOf,
  type GroupId,
} from './places.js';
import { askedTimes } from './said.js';
import type { Arrange, Say, Step } from './steps.js';
import type { Town } from './town.js';

const regionIds = [regionId];
const coordinator: Actor = { id: 'coen', roles: [{ role: 'coordinator', regionIds }] };
const partner: Actor = { id: 'jan', roles: [{ role: 'partner-admin', regionIds, organisationId }] };
const ofSchool = (schoolLocationId: string): Actor => ({
  id: `admin of ${schoolLocationId}`,
  roles: [{ role: 'school-admin', regionIds, schoolLocationId }],
});

export const causeOf = (key: string): CommandCause => ({
  ...{ kind: 'command', actor: 'somebody', key, bodyHash: '', correlationId: key, causationId: null },
});
/** The id of the match that a step makes. */
export const idOf = (key: string): string => idFrom(causeOf(key));

const schoolOfAll = (groups: readonly GroupId[]) => schoolOf[groups[0] as GroupId];
const named = (groups: readonly GroupId[]) => groups.map((groupId) => ({ groupId }));
const reason = 'no';

/** Does it as people do, through the doors they have. @throws Refusal */
export async function perform(
  town: Town,
  model: Model,
  step: Exclude<Step, { do: 'at-once' | 'pass' }>,
  key: string,
) {
  const cause = causeOf(key);
  switch (step.do) {
    case 'approve': {
      const slotIds = step.dates.map((date) => slotAt(step.offer, date).id);
      const requestId = requests[step.request]?.id as string;
      return town.approve.execute({ requestId, slotIds }, coordinator, cause);
    }
    case 'book': {
      const schoolLocationId = schoolOfAll(step.groups);
      const body = { schoolLocationId, groups: named(step.groups) as never, option: step.asOption };
      return town.book.execute(slotAt(step.offer, step.date).id, body, ofSchool(schoolLocationId), cause);
    }
    case 'arrange':
      return arrange(town, step, cause);
    case 'repeat': {
      const life = model.lifeOf(step.match);
      if (!life) return undefined;
      const offer = offers.findIndex(({ id }) => id === life.offer);
      const start = step.inSlot && offer >= 0 ? slotAt(offer, step.date).start : afternoon(step.date);
      return town.repeat.execute(life.id, { start: toOffsetIso(start) }, actorOf(life, step.side), cause);
    }
    case 'say': {
      const life = model.lifeOf(step.match);
      return life && say(town, life, step, cause);
    }
    case 'block': {
      const offer = await town.offers.get(offers[step.offer]?.id as string);
      const slotId = slotAt(step.offer, step.date).id;
      return offer && town.block.execute(offer, { slotId, groups: step.places }, cause);
    }
    case 'withdraw-offer':
      return town.offers.change(offers[step.offer]?.id as string, cause, withdrawOffer);
    case 'withdraw-request':
      return town.requests.change(requests[step.request]?.id as string, cause, (request) =>
        withdrawRequest(request, reason, cause.actor),
      );
  }
}

const actorOf = (life: Life, side: Say['side']): Actor =>
  side === 'school' ? ofSchool(life.school) : partner;

function arrange(town: Town, { by, groups, offer, date, inSlot }: Arrange, cause: CommandCause) {
  const slot = offer !== null && inSlot && date !== 'past' ? slotAt(offer, date) : undefined;
  const start = date === 'past' ? pastStart : (slot?.start ?? afternoon(date));
  const schoolLocationId = schoolOfAll(groups);
  const time = { start: toOffsetIso(start), end: toOffsetIso(start + lesson) };
  const session = { ...time, ...(slot ? { slotId: slot.id } : {}), groups: named(groups) as never };
  const body = {
    schoolLocationId,
    organisationId,
    kind: 'guest-lesson' as const,
    themes: [],
    sessions: [session],
  };
  const actor = by === 'school' ? ofSchool(schoolLocationId) : by === 'partner' ? partner : coordinator;
  const ofOffer = offer === null ? {} : { offerId: offers[offer]?.id as string };
  return town.arrange.execute({ ...body, ...ofOffer }, actor, cause);
}

function say(town: Town, life: Life, { what, side, to, number }: Say, cause: CommandCause) {
  const { answers, changes, afterwards } = town;
  const actor = actorOf(life, side);
  const asked = [life.id, actor, cause] as const;
  const [id] = asked;
  switch (what) {
    case 'accept':
      return answers.accept(id, life.exact ? {} : placeOf(life, { ...to, in: 'own' }), actor, cause);
    case 'decline':
      return answers.decline(id, { reason }, actor, cause);
    case 'cancel':
      return answers.cancel(id, { reason }, actor, cause);
    case 'counter':
      return answers.counter(id, placeOf(life, to), actor, cause);
    case 'move':
      return changes.move(id, { ...placeOf(life, to), reason }, actor, cause);
    case 'pupils': {
      const [group] = life.lessons[0]?.groups ?? [];
      const groups = [{ groupId: group?.id as string, pupils: number === 20 ? fewPupils : morePupils }];
      return changes.pupils(id, { groups }, actor, cause);
    }
    case 'contact':
      return changes.contact(id, { contactId: `contact ${number}` }, actor, cause);
    case 'held':
      return afterwards.held(id, {}, actor, cause);
    case 'no-show':
      return afterwards.noShow(id, { reason }, actor, cause);
    case 'count': {
      const hours = { preparation: number, delivery: lesson / (60 * minutes), travel: 1 };
      const body = side === 'school' ? { pupils: number, adults: 2, groups: 1 } : { people: 1, hours };
      return afterwards.count(id, body, actor, cause);
    }
  }
}

function placeOf(life: Life, to: Say['to']) {
  if (to.in === 'afternoon') return { start: toOffsetIso(afternoon(to.date) + to.shift) };
  if (to.in === 'slot') {
    const slot = slotAt(to.offer, to.date);
    return { slotId: slot.id, start: toOffsetIso(slot.start + to.shift) };
  }
  return {
    sessions: askedTimes(life, to.shift).map((start, i) => ({
      id: sessionId(life, i),
      start: toOffsetIso(start),
    })),
  };
}

const sessionId = ({ id }: Life, i: number) => `${id}-${i + 1}`;
