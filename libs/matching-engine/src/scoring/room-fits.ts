import type { Failure } from './answers.js';
import { degree, type Condition, type Reason } from './condition.js';
import { costs } from './costs.js';
import { distanceKm, limitKm } from './distance.js';
import { groupsNeeded } from './groups.js';
import type { Ceiling, CeilingCode, OfferSlot, RequestNeed, Sentence } from './model.js';
import { kmUpwards, say, sayCount, sayEuros, sayExactKm } from './say.js';

/** Places left in the partner's own groups. */
export const capacityFits: Condition = {
  miss: (request, slot) => degree(groupsShort(request, slot), groupsNeeded(request, slot)),
  describe(request, slot): Reason {
    const [needed, left] = [groupsNeeded(request, slot), Math.max(0, slot.capacityGroups - slot.takenGroups)];
    const [room, wanted] = [sayCount(left, 'group'), sayCount(needed, 'group')];
    return {
      by: { groups: groupsShort(request, slot) },
      facts: { needed, left },
      sentence:
        left === 0
          ? say('Dit moment is vol.', 'This slot is full.')
          : say(
              `Er is nog plaats voor ${room.nl} van de partner; nodig: ${wanted.nl}.`,
              `There is room for ${room.en} of the partner; needed: ${wanted.en}.`,
            ),
    };
  },
  summary: {
    what: say('Vol', 'Full'),
    hint: say('Ga op de wachtlijst of kies meer momenten.', 'Join the waiting list or choose more moments.'),
  },
};

function groupsShort(request: RequestNeed, slot: OfferSlot): number {
  return groupsNeeded(request, slot) - Math.max(0, slot.capacityGroups - slot.takenGroups);
}

/** `pupils.min` and `pupils.max` are about each class by itself; the class furthest off is the one named. */
export const groupSizeFits: Condition = {
  miss: (request, slot) => degree(pupilsOff(furthestOff(request, slot), slot), slot.pupils.max),
  describe(request, slot, { words }): Reason {
    const pupils = furthestOff(request, slot);
    const { min, max } = slot.pupils;
    const count = sayCount(pupils, 'pupil');
    const partner = words.organisation(slot.organisationId);
    return {
      by: { pupils: pupilsOff(pupils, slot) },
      facts: { pupils, min, max },
      sentence:
        pupils > max
          ? say(
              `Een groep van ${count.nl}; ${partner} zegt hoogstens ${max}.`,
              `A group of ${count.en}; ${partner} says ${max} at most.`,
            )
          : say(
              `Een groep van ${count.nl}; ${partner} zegt minstens ${min}.`,
              `A group of ${count.en}; ${partner} says ${min} at least.`,
            ),
    };
  },
  summary: {
    what: say('Te veel of te weinig leerlingen', 'Too many or too few pupils'),
    hint: say('Splits de groep of overleg met de partner.', 'Split the group or talk to the partner.'),
  },
};

function pupilsOff(pupils: number, slot: OfferSlot): number {
  return Math.max(0, pupils - slot.pupils.max, slot.pupils.min - pupils);
}

function furthestOff(request: RequestNeed, slot: OfferSlot): number {
  let furthest = slot.pupils.max;
  for (const { pupils } of request.groups) {
    if (pupilsOff(pupils, slot) > pupilsOff(furthest, slot)) furthest = pupils;
  }
  return furthest;
}

const ceilingLabels: Record<CeilingCode, Sentence> = {
  'offer-month': say('voor dit aanbod in die maand', 'of this offer in that month'),
  'person-month': say('voor deze gast in die maand', 'of this guest in that month'),
  'person-year': say('voor deze gast in dat schooljaar', 'of this guest in that school year'),
  'organisation-month': say('voor deze partner in die maand', 'of this partner in that month'),
  'organisation-year': say('voor deze partner in dat schooljaar', 'of this partner in that school year'),
};

/** The request is one activity more, however many groups it brings. */
export const ceilingFits: Condition = {
  miss(_, slot) {
    let most = 0;
    for (const ceiling of slot.ceilings) most = Math.max(most, degree(activitiesOver(ceiling), ceiling.max));
    return most;
  },
  describe(_, slot): Reason {
    const fullest = slot.ceilings.reduce((one, other) =>
      activitiesOver(other) > activitiesOver(one) ? other : one,
    );
    const { code, max, taken } = fullest;
    const times = sayCount(max, 'time');
    const period = ceilingLabels[code];
    return {
      by: { activities: activitiesOver(fullest) },
      facts: { ceiling: code, max, taken },
      sentence: say(
        `Het maximum ${period.nl} is bereikt: ${times.nl}.`,
        `The limit ${period.en} is reached: ${times.en}.`,
      ),
    };
  },
  summary: {
    what: say('De partner heeft die maand of dat jaar genoeg', 'The partner has enough that month or year'),
    hint: say('Kies een andere maand.', 'Choose another month.'),
  },
};

function activitiesOver({ max, taken }: Ceiling): number {
  return taken + 1 - max;
}

/** Only the policy "always" refuses; "when unsupervised" is a warning: the host stays with the guest. */
export const vogFits: Condition = {
  miss: (request, slot) => (request.vogPolicy === 'always' && slot.vog === 'none' ? 1 : 0),
  describe: () => ({
    by: {},
    facts: {},
    sentence: say(
      'De school vraagt altijd een VOG; de gast heeft die niet.',
      'The school always asks for a certificate of conduct; the guest has none.',
    ),
  }),
  summary: {
    what: say(
      'Zonder VOG, en de school vraagt die',
      'Without the certificate of conduct the school asks for',
    ),
    hint: say('Vraag de partner om een VOG.', 'Ask the partner for a certificate.'),
  },
};

/** The school's share of the whole activity, after what the region pays. */
export const costFits: Condition = {
  miss(request, slot) {
    const limit = maxCents(request);
    return degree(costs(request, slot).schoolCents - limit, limit);
  },
  describe: (request, slot): Reason => overLimit(costs(request, slot).schoolCents, maxCents(request)),
  summary: {
    what: say('Duurder dan gevraagd', 'More expensive than asked'),
    hint: say('Vraag of de regio meer betaalt.', 'Ask whether the region pays more.'),
  },
};

/** Why the school's share of all its slots together, euro cents, is more than was asked; undefined when it is not. */
export function tooDear(
  request: Pick<RequestNeed, 'maxCostCents'>,
  schoolCents: number,
): Failure | undefined {
  const limit = maxCents(request);
  return schoolCents > limit ? { condition: 'cost', ...overLimit(schoolCents, limit) } : undefined;
}

function overLimit(schoolCents: number, limit: number): Reason {
  const [share, most] = [sayEuros(schoolCents), sayEuros(limit)];
  return {
    by: { cents: schoolCents - limit },
    facts: { schoolCents, maxCostCents: limit },
    sentence: say(
      `De school betaalt ${share.nl}; hoogstens ${most.nl} is gevraagd.`,
      `The school pays ${share.en}; ${most.en} at most was asked.`,
    ),
  };
}

function maxCents(request: Pick<RequestNeed, 'maxCostCents'>): number {
  return request.maxCostCents ?? Infinity;
}

/** At school the partner's reach, at the partner the school's limit, online none. What cannot be measured fails. */
export const distanceFits: Condition = {
  miss(request, slot) {
    const [km, limit] = [distanceKm(request, slot), limitKm(request, slot)];
    return Number.isNaN(km) ? 1 : degree(km - limit, limit);
  },
  describe(request, slot, { words }): Reason {
    const [km, limit] = [distanceKm(request, slot), limitKm(request, slot)];
    if (Number.isNaN(km)) {
      return {
        by: {},
        facts: {},
        sentence: say('We weten niet waar dit is.', 'We do not know where this is.'),
      };
    }
    const [far, most] = [sayExactKm(km), sayExactKm(limit)];
    const partner = words.organisation(slot.organisationId);
    return {
      by: { km: kmUpwards(km - limit) },
      facts: { km: kmUpwards(km), limitKm: limit },
      sentence:
        slot.place === 'at-school'
          ? say(
              `${far.nl} ver; ${partner} reist hoogstens ${most.nl}.`,
              `${far.en} away; ${partner} travels ${most.en} at most.`,
            )
          : say(
              `${far.nl} ver; de school reist hoogstens ${most.nl}.`,
              `${far.en} away; the school travels ${most.en} at most.`,
            ),
    };
  },
  summary: {
    what: say('Te ver weg', 'Too far away'),
    hint: say('Een grotere afstand helpt.', 'A larger distance helps.'),
  },
};
