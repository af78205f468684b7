import { distanceKm, limitKm } from './distance.js';
import { capitalised } from './labels.js';
import type { Facts } from './answers.js';
import type { MatchingContext, OfferSlot, RequestNeed, ScorePart, Sentence } from './model.js';
import { nearestThemes } from './parts.js';
import { kmUpwards, say, sayCount, sayDay, sayHours, sayKm } from './say.js';

interface Said {
  readonly sentence: Sentence;
  readonly facts: Facts;
}

/** Puts one part of the score into words: `value` is what `valueOf` said, null where there were no facts. */
type PartSentence = (
  request: RequestNeed,
  slot: OfferSlot,
  context: MatchingContext,
  value: number | null,
) => Said;

export const partSentences: Readonly<Record<ScorePart, PartSentence>> = {
  theme: sayTheme,
  preferred: sayPreferred,
  distance: sayDistance,
  time: sayTime,
  equity: sayEquity,
  priority: sayPriority,
  load: sayLoad,
  rating: sayRating,
  repeat: sayRepeat,
};

function said(nl: string, en: string, facts: Facts = {}): Said {
  return { sentence: say(nl, en), facts };
}

function sayTheme(request: RequestNeed, slot: OfferSlot, context: MatchingContext): Said {
  const nearest = nearestThemes(request, slot, context);
  if (!nearest) return said('Er is geen thema genoemd.', 'No theme is named.');
  const offered = context.words.theme(nearest.offered);
  const asked = context.words.theme(nearest.asked);
  const facts = { asked: nearest.asked, offered: nearest.offered };
  if (nearest.similarity >= 1)
    return said(`Zelfde thema: ${offered.nl}.`, `Same theme: ${offered.en}.`, facts);
  const pair = say(`${offered.nl} (gevraagd: ${asked.nl})`, `${offered.en} (asked: ${asked.en})`);
  return nearest.similarity > 0
    ? said(`Verwant thema: ${pair.nl}.`, `Related theme: ${pair.en}.`, facts)
    : said(`Ander thema: ${pair.nl}.`, `Another theme: ${pair.en}.`, facts);
}

function sayPreferred(
  request: RequestNeed,
  slot: OfferSlot,
  { words }: MatchingContext,
  value: number | null,
): Said {
  if (value === null) return said('De school noemt geen voorkeur.', 'The school names no preference.');
  if (value === 0) return said('De school noemt iemand anders.', 'The school names somebody else.');
  const offer = request.preferred.offerIds.includes(slot.offerId);
  const partner = words.organisation(slot.organisationId);
  return offer
    ? said('De school noemt dit aanbod zelf.', 'The school names this offer itself.', {
        offerId: slot.offerId,
      })
    : said(`De school noemt ${partner} zelf.`, `The school names ${partner} itself.`, {
        organisationId: slot.organisationId,
      });
}

function sayDistance(
  request: RequestNeed,
  slot: OfferSlot,
  { words }: MatchingContext,
  value: number | null,
): Said {
  if (slot.place === 'online') return said('Online: niemand reist.', 'Online: nobody travels.');
  if (value === null) return said('We weten niet waar dit is.', 'We do not know where this is.');
  const [km, limit] = [distanceKm(request, slot), limitKm(request, slot)];
  const far = sayKm(km);
  const facts = { km: kmUpwards(km), ...(limit === Infinity ? {} : { limitKm: limit }) };
  const partner = words.organisation(slot.organisationId);
  return slot.place === 'at-school'
    ? said(
        `${capitalised(far).nl} reizen voor ${partner}.`,
        `${capitalised(far).en} to travel for ${partner}.`,
        facts,
      )
    : said(
        `${capitalised(far).nl} reizen voor de school.`,
        `${capitalised(far).en} to travel for the school.`,
        facts,
      );
}

function sayTime(_: RequestNeed, slot: OfferSlot, __: MatchingContext, value: number | null): Said {
  const [day, hours] = [capitalised(sayDay(slot.day)), sayHours(slot)];
  const facts = { day: slot.day, startMinute: slot.startMinute, endMinute: slot.endMinute };
  const [nl, en] = [`${day.nl}, ${hours.nl}`, `${day.en}, ${hours.en}`];
  if (value === null)
    return said(`${nl}: de school noemt geen dagen.`, `${en}: the school names no days.`, facts);
  if (value === 0) return said(`${nl}: buiten de gevraagde dagen.`, `${en}: outside the days asked.`, facts);
  return value >= 0.5
    ? said(`${nl}: midden in de gevraagde periode.`, `${en}: in the middle of the period asked.`, facts)
    : said(`${nl}: aan de rand van de gevraagde periode.`, `${en}: at the edge of the period asked.`, facts);
}

function sayEquity(request: RequestNeed, _: OfferSlot, __: MatchingContext, value: number | null): Said {
  const { equityPriority, servedPerGroup } = request;
  const facts = {
    ...(equityPriority === null ? {} : { equityPriority }),
    ...(servedPerGroup === null ? {} : { servedPerGroup }),
  };
  if (value === null) {
    return said(
      'Of deze school voorrang verdient, weten we niet.',
      'Whether this school comes first is unknown.',
    );
  }
  return value > 0.5
    ? said(
        'Deze school gaat voor: ze kreeg nog weinig of heeft meer nodig.',
        'This school comes first: it received little or needs more.',
        facts,
      )
    : said('Deze school heeft geen extra voorrang.', 'This school has no extra priority.', facts);
}

function sayPriority(_: RequestNeed, __: OfferSlot, ___: MatchingContext, value: number | null): Said {
  if (value === null) return said('De regio heeft geen voorkeur.', 'The region has no preference.');
  return value > 0
    ? said('De regio wil hier meer van.', 'The region wants more of this.', { priority: value })
    : said('De regio geeft iets anders voorrang.', 'The region puts something else first.', {
        priority: value,
      });
}

function sayLoad(_: RequestNeed, slot: OfferSlot, { words }: MatchingContext, value: number | null): Said {
  const partner = words.organisation(slot.organisationId);
  if (value === null) {
    return said(`Hoe druk ${partner} het heeft, weten we niet.`, `How busy ${partner} is, is unknown.`);
  }
  const facts = { load: 1 - value };
  return value >= 0.5
    ? said(`${partner} heeft nog veel ruimte.`, `${partner} has plenty of room.`, facts)
    : said(`${partner} heeft het al druk.`, `${partner} is busy already.`, facts);
}

function sayRating(_: RequestNeed, { rating }: OfferSlot, __: MatchingContext, value: number | null): Said {
  if (!rating || value === null) return said('Nog niet beoordeeld.', 'Not evaluated yet.');
  const facts = { mean: rating.mean, count: rating.count };
  const times = sayCount(rating.count, 'time');
  if (rating.mean >= 0.75) return said(`Goed beoordeeld (${times.nl}).`, `Rated well (${times.en}).`, facts);
  return rating.mean >= 0.5
    ? said(`Redelijk beoordeeld (${times.nl}).`, `Rated fairly (${times.en}).`, facts)
    : said(`Matig beoordeeld (${times.nl}).`, `Rated poorly (${times.en}).`, facts);
}

function sayRepeat(_: RequestNeed, slot: OfferSlot, { words }: MatchingContext, value: number | null): Said {
  const partner = words.organisation(slot.organisationId);
  if (value === null) {
    return said('De school heeft nog geen partners gehad.', 'The school has had no partners yet.');
  }
  return value === 1
    ? said(`De school werkte eerder met ${partner}.`, `The school worked with ${partner} before.`)
    : said(`${partner} is nieuw voor deze school.`, `${partner} is new to this school.`);
}
