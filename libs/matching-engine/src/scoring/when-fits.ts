import { degree, type Condition, type Reason } from './condition.js';
import { capitalised } from './labels.js';
import type { OfferSlot, RequestNeed, Sentence } from './model.js';
import { say, sayCount, sayDay, sayHours } from './say.js';
import {
  daysToWish,
  includesDay,
  minutesNeeded,
  minutesShort,
  wishedRanges,
  wishesDay,
  withoutClosedHours,
} from './time.js';

/** Not blocked or withdrawn, and the partner takes questions today. */
export const isOpen: Condition = {
  miss: (_, slot, { today }) => (slot.closed || pausedDays(slot, today) > 0 ? 1 : 0),
  describe(_, slot, { today, words }): Reason {
    if (slot.closed) {
      const sentence = say('Dit moment is niet meer te kiezen.', 'This slot can no longer be chosen.');
      return { by: {}, facts: {}, sentence };
    }
    const days = pausedDays(slot, today);
    const until = sayDay(today + days);
    const partner = words.organisation(slot.organisationId);
    return {
      by: { days },
      facts: { pausedUntil: today + days },
      sentence: say(
        `${partner} neemt tot ${until.nl} geen nieuwe aanvragen aan.`,
        `${partner} takes no new requests until ${until.en}.`,
      ),
    };
  },
  summary: {
    what: say('Gesloten of met pauze', 'Closed or paused'),
    hint: say('Probeer het later opnieuw.', 'Try again later.'),
  },
};

function pausedDays(slot: OfferSlot, today: number): number {
  return (slot.pausedUntil ?? today) - today;
}

/** Whole days from today to the slot; a slot of the past never fits. */
export const leadTimeFits: Condition = {
  miss: (_, slot, { today }) => degree(daysShort(slot, today), slot.leadTimeDays),
  describe(_, slot, { today, words }): Reason {
    const noticeDays = slot.day - today;
    const needed = sayCount(slot.leadTimeDays, 'day');
    const notice = sayNotice(noticeDays);
    const partner = words.organisation(slot.organisationId);
    return {
      by: { days: daysShort(slot, today) },
      facts: { noticeDays, leadTimeDays: slot.leadTimeDays },
      sentence:
        noticeDays < 0
          ? say('Dit moment is al voorbij.', 'This slot is in the past.')
          : say(
              `Dit is ${notice.nl}; ${partner} wil het ${needed.nl} vooraf weten.`,
              `This is ${notice.en}; ${partner} wants to know ${needed.en} ahead.`,
            ),
    };
  },
  summary: {
    what: say('Te kort van tevoren', 'Too short notice'),
    hint: say('Kies een latere periode.', 'Choose a later period.'),
  },
};

function sayNotice(days: number): Sentence {
  if (days === 0) return say('vandaag', 'today');
  const count = sayCount(days, 'day');
  return say(`over ${count.nl}`, `in ${count.en}`);
}

function daysShort(slot: OfferSlot, today: number): number {
  return Math.max(0, slot.leadTimeDays) - (slot.day - today);
}

/** The partner's own closures and blackout days. */
export const partnerIsOpen: Condition = {
  miss: (_, slot) => (includesDay(slot.partnerClosedDays, slot.day) ? 1 : 0),
  describe(_, slot, { words }): Reason {
    const day = sayDay(slot.day);
    const partner = words.organisation(slot.organisationId);
    return {
      by: {},
      facts: { day: slot.day },
      sentence: say(`Op ${day.nl} is ${partner} dicht.`, `On ${day.en} ${partner} is closed.`),
    };
  },
  summary: {
    what: say('De partner is die dag dicht', 'The partner is closed that day'),
    hint: say('Kies een andere periode.', 'Choose another period.'),
  },
};

/**
 * Firm: the slot lies inside the union of the wished windows and parts. By appointment: one overlap of slot and wish is
 * long enough for duration × lessons.
 */
export const timeFitsWish: Condition = {
  miss(request, slot) {
    if (!wishesDay(request, slot.day)) {
      const days = daysToWish(request, slot.day);
      return days === Infinity ? 1 : degree(days, 7);
    }
    return degree(minutesShort(slot, wishedRanges(request, slot.day)), minutesNeeded(slot));
  },
  describe(request, slot): Reason {
    const [day, hours] = [capitalised(sayDay(slot.day)), sayHours(slot)];
    if (!wishesDay(request, slot.day)) {
      const days = daysToWish(request, slot.day);
      return {
        by: days === Infinity ? {} : { days },
        facts: { day: slot.day },
        sentence: say(
          `${day.nl} valt buiten de dagen die de school vraagt.`,
          `${day.en} is not among the days the school asks for.`,
        ),
      };
    }
    const minutes = minutesShort(slot, wishedRanges(request, slot.day));
    const [short, needed] = [sayCount(minutes, 'minute'), sayCount(minutesNeeded(slot), 'minute')];
    return {
      by: { minutes },
      facts: {
        day: slot.day,
        startMinute: slot.startMinute,
        endMinute: slot.endMinute,
        minutesNeeded: minutesNeeded(slot),
      },
      sentence: say(
        `${day.nl}, ${hours.nl}: ${short.nl} te weinig binnen de gevraagde tijd (nodig: ${needed.nl}).`,
        `${day.en}, ${hours.en}: ${short.en} too little within the time asked (needed: ${needed.en}).`,
      ),
    };
  },
  summary: {
    what: say('Op andere dagen of uren dan gevraagd', 'On other days or hours than asked'),
    hint: say('Kies meer dagen of dagdelen.', 'Choose more days or parts of the day.'),
  },
};

/** Holidays, days off and study days of that school; its closed hours count when without them the time would fit. */
export const schoolIsOpen: Condition = {
  miss(request, slot) {
    if (includesDay(request.closedDays, slot.day)) return 1;
    if (request.closedHours.length === 0) return 0;
    return degree(minutesLostToClosedHours(request, slot), minutesNeeded(slot));
  },
  describe(request, slot): Reason {
    const [day, hours] = [sayDay(slot.day), sayHours(slot)];
    if (includesDay(request.closedDays, slot.day)) {
      return {
        by: {},
        facts: { day: slot.day },
        sentence: say(
          `Op ${day.nl} heeft de school vakantie of een vrije dag.`,
          `On ${day.en} the school has a holiday or a day off.`,
        ),
      };
    }
    return {
      by: { minutes: minutesLostToClosedHours(request, slot) },
      facts: { day: slot.day, startMinute: slot.startMinute, endMinute: slot.endMinute },
      sentence: say(
        `${capitalised(day).nl}, ${hours.nl}: dan is de school (deels) dicht.`,
        `${day.en}, ${hours.en}: the school is closed then, or part of it.`,
      ),
    };
  },
  summary: {
    what: say('In een vakantie of vrije tijd van de school', 'In a holiday or free time of the school'),
    hint: say('Kies een periode buiten de vakantie.', 'Choose a period outside the holiday.'),
  },
};

function minutesLostToClosedHours(request: RequestNeed, slot: OfferSlot): number {
  const wished = wishedRanges(request, slot.day);
  if (minutesShort(slot, wished) > 0) return 0;
  return minutesShort(slot, withoutClosedHours(request, slot.day, wished));
}
