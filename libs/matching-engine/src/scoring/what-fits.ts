import { coveringAudience, hasSuitability, isForAll, suitabilityAnswered } from './audience.js';
import type { Condition, Reason } from './condition.js';
import { kindLabels, placeLabels, sayGrades, sayLevels, sectorLabels, suitabilityLabels } from './labels.js';
import type {
  ActivityKind,
  MatchingContext,
  OfferSlot,
  Place,
  RequestGroup,
  RequestNeed,
  Sentence,
} from './model.js';
import { and, or, say, sayList } from './say.js';

type Family = 'classroom' | 'visit' | 'loan' | 'mentoring' | 'adults';

const families: Record<Exclude<ActivityKind, 'workshop'>, Family> = {
  'guest-lesson': 'classroom',
  'company-visit': 'visit',
  'museum-visit': 'visit',
  loan: 'loan',
  mentoring: 'mentoring',
  'teacher-training': 'adults',
};

/** A workshop is what its place makes of it: a visit at the partner's, else something in the classroom. */
function familyOf(kind: ActivityKind, place: Place): Family {
  if (kind === 'workshop') return place === 'at-partner' ? 'visit' : 'classroom';
  return families[kind];
}

export const placeFits: Condition = {
  miss: (request, slot) => (request.places.length === 0 || request.places.includes(slot.place) ? 0 : 1),
  describe(request, slot): Reason {
    const offered = placeLabels[slot.place];
    const asked = sayList(
      request.places.map((place) => placeLabels[place]),
      or,
    );
    return {
      by: {},
      facts: { place: slot.place, places: request.places },
      sentence: say(
        `Dit is ${offered.nl}; de school vraagt het ${asked.nl}.`,
        `This is ${offered.en}; the school asks for it ${asked.en}.`,
      ),
    };
  },
  summary: {
    what: say('Op een andere plaats dan gevraagd', 'At another place than asked'),
    hint: say('Kies meer plaatsen.', 'Choose more places.'),
  },
};

export const kindFits: Condition = {
  miss: (request, slot) => (familyOf(request.kind, slot.place) === familyOf(slot.kind, slot.place) ? 0 : 1),
  describe(request, slot): Reason {
    const [offered, asked] = [kindLabels[slot.kind], kindLabels[request.kind]];
    return {
      by: {},
      facts: { kind: slot.kind, asked: request.kind },
      sentence: say(
        `Dit is ${offered.nl}; de school vraagt ${asked.nl}.`,
        `This is ${offered.en}; the school asks for ${asked.en}.`,
      ),
    };
  },
  summary: {
    what: say('Een ander soort activiteit', 'Another kind of activity'),
    hint: say('Vraag ook een andere soort aan.', 'Ask for another kind as well.'),
  },
};

/** Every group of the request must be in the offer's audience. */
export const audienceFits: Condition = {
  miss: (request, slot) => (isForAll(request, slot) ? 0 : 1),
  describe(request, slot): Reason {
    const outside = request.groups.filter((group) => coveringAudience(slot, group).length === 0);
    const names = sayList(outside.map(sayGroup), or);
    return {
      by: {},
      facts: { groups: outside.map((group) => group.key) },
      sentence: say(`Dit aanbod is niet voor ${names.nl}.`, `This offer is not for ${names.en}.`),
    };
  },
  summary: {
    what: say('Voor andere groepen of niveaus', 'For other grades or levels'),
    hint: say('Een oproep aan partners kan helpen.', 'A call to partners may help.'),
  },
};

function sayGroup({ sector, grades, levels }: RequestGroup): Sentence {
  const label = sectorLabels[sector];
  const named = [];
  if (grades.length > 0) named.push(sayGrades(sector, grades));
  if (levels.length > 0) named.push(sayLevels(levels));
  if (named.length === 0) return label;
  const { nl, en } = sayList(named, say('van', 'of'));
  return say(`${nl} in ${label.nl}`, `${en} in ${label.en}`);
}

export const suitabilityFits: Condition = {
  miss: (request, slot) => (hasSuitability(request, slot, 'no') ? 1 : 0),
  describe(request, slot, { words }): Reason {
    const refused = suitabilityAnswered(request, slot, 'no');
    const needs = sayList(
      refused.map((code) => suitabilityLabels[code]),
      and,
    );
    const partner = words.organisation(slot.organisationId);
    return {
      by: {},
      facts: { suitability: refused },
      sentence: say(
        `${partner} zegt: niet geschikt voor ${needs.nl}.`,
        `${partner} says: not suitable for ${needs.en}.`,
      ),
    };
  },
  summary: {
    what: say('Volgens de partner niet geschikt', 'Not suitable, says the partner'),
    hint: say('Een oproep aan partners kan helpen.', 'A call to partners may help.'),
  },
};

/** A common root in the taxonomy; an offer that the request names is exempt. No themes on either side is any. */
export const themeFits: Condition = {
  miss: (request, slot, context) =>
    request.preferred.offerIds.includes(slot.offerId) || haveCommonRoot(request, slot, context) ? 0 : 1,
  describe(request, slot, { words }): Reason {
    const label = (theme: string) => words.theme(theme);
    const [offered, asked] = [sayList(slot.themes.map(label), and), sayList(request.themes.map(label), or)];
    return {
      by: {},
      facts: { themes: slot.themes, asked: request.themes },
      sentence: say(
        `Dit gaat over ${offered.nl}; de school vraagt ${asked.nl}.`,
        `This is about ${offered.en}; the school asks for ${asked.en}.`,
      ),
    };
  },
  summary: {
    what: say('Over een ander thema', 'About another theme'),
    hint: say('Kies meer thema’s.', 'Choose more themes.'),
  },
};

function haveCommonRoot(request: RequestNeed, slot: OfferSlot, { themes }: MatchingContext): boolean {
  if (request.themes.length === 0 || slot.themes.length === 0) return true;
  for (const asked of request.themes) {
    const root = themes.rootOf(asked);
    for (const offered of slot.themes) if (themes.rootOf(offered) === root) return true;
  }
  return false;
}
