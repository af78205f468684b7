import type { Lang } from '#libs/facts';
import type { FitView, RequestView } from '../owners/views.js';
import type { Fact, Letter, Reader } from './letter.js';
import { sayObstacles } from './obstacles.js';
import { quoted, wordsIn } from './say.js';
import { sayRequestPupils, sayWindows } from './say-request.js';

/** "Not yet": why as it is now, and the ways on. `fit` is undefined while matching does not know the request. */
export function unmetLetter(
  request: RequestView,
  fit: FitView | undefined,
  { lang, today }: Reader,
  url: string,
): Letter {
  const words = wordsIn(lang);
  return {
    ...openingOf(request, lang),
    lang,
    tone: 'tells',
    facts: [
      whyOf(request, fit, lang),
      { label: words('Gevraagd', 'Asked'), text: request.title },
      { label: words('Voor wie', 'For whom'), text: sayRequestPupils(request, lang) },
      { label: words('Wanneer', 'When'), text: sayWindows(request, lang, today) },
    ],
    notes: waysOn(request, lang),
    button: { label: buttonOf(request, lang), url },
    otherwise:
      request.state === 'expired'
        ? []
        : [
            words(
              'Je aanvraag blijft staan. Heb je hem niet meer nodig? Trek hem in op dezelfde pagina.',
              'Your request stays. Do you need it no longer? Withdraw it on the same page.',
            ),
          ],
  };
}

function openingOf({ state, title, matchIds }: RequestView, lang: Lang): Pick<Letter, 'subject' | 'ask'> {
  const words = wordsIn(lang);
  switch (state) {
    case 'partly-met':
      return {
        subject: words(`Nog niet voor iedereen gelukt: ${title}`, `Not yet for everybody: ${title}`),
        ask: words(
          'Voor een deel van je groepen is er nog geen afspraak. Wat al is afgesproken, blijft staan.',
          'Some of your groups have no appointment yet. What was agreed stays as it is.',
        ),
      };
    case 'needs-info':
      return {
        subject: words(`We wachten op je antwoord: ${title}`, `We wait for your answer: ${title}`),
        ask: words(
          'Er is nog geen afspraak voor je aanvraag: de coördinator wil eerst iets van je weten.',
          'There is no appointment for your request yet: the coordinator has to know something first.',
        ),
      };
    case 'expired':
      return matchIds.length > 0
        ? {
            subject: words(`Niet voor iedereen gelukt: ${title}`, `Not found for everybody: ${title}`),
            ask: words(
              'De periode is voorbij, en voor een deel van je groepen kwam er geen afspraak. De rest blijft staan.',
              'The period is over, and some of your groups got no appointment. The others stay as they are.',
            ),
          }
        : {
            subject: words(`Niet gelukt: ${title}`, `Not found: ${title}`),
            ask: words(
              'De periode waarin je dit wilde is voorbij, en er kwam geen afspraak. Dat spijt ons.',
              'The period in which you wanted this is over, and it became no appointment. We are sorry.',
            ),
          };
    default:
      return {
        subject: words(`Nog niet gelukt: ${title}`, `Not yet: ${title}`),
        ask: words(
          'Er is nog geen afspraak voor je aanvraag. Hieronder lees je waarom, en wat nu kan helpen.',
          'There is no appointment for your request yet. Below you read why, and what can help now.',
        ),
      };
  }
}

function whyOf({ state, question, unconfirmed }: RequestView, fit: FitView | undefined, lang: Lang): Fact {
  const words = wordsIn(lang);
  if (state === 'needs-info')
    return { label: words('Vraag', 'Question'), text: quoted(question ?? '', lang) };
  const label = words('Waarom', 'Why');
  if (state === 'expired')
    return {
      label,
      text: words(
        'Voor die groepen werd geen aanbod een afspraak.',
        'No offer became an appointment for those groups.',
      ),
    };
  if (unconfirmed)
    return {
      label,
      text: words(
        'De coördinator heeft nog niet bevestigd dat je op deze school werkt. Pas daarna zoeken we.',
        'The coordinator has not confirmed yet that you work at this school. We look after that.',
      ),
    };
  if (fit && fit.fitting > 0)
    return {
      label,
      text: words(
        'Er past wel aanbod, maar het werd nog geen afspraak.',
        'There are offers that fit, but none has become an appointment yet.',
      ),
    };
  const said = sayObstacles(fit?.obstacles ?? [], lang);
  const nothing = words('Er is nu geen aanbod dat past.', 'There is no offer that fits now.');
  return { label, text: said.length > 0 ? said.join('\n') : nothing };
}

function waysOn({ state }: RequestView, lang: Lang): string[] {
  const words = wordsIn(lang);
  if (state === 'needs-info')
    return [
      words(
        'Pas je aanvraag aan met het antwoord, dan zoeken we verder.',
        'Change your request with the answer and we go on looking.',
      ),
    ];
  const waitingList = words(
    'Zet je op de wachtlijst van een vast programma: komt er plek vrij, dan krijg je die als optie.',
    'Join the waiting list of a firm programme: when a place comes free, you get it as an option.',
  );
  if (state === 'expired')
    return [
      words('Vraag het opnieuw aan voor een andere periode.', 'Ask again for another period.'),
      waitingList,
    ];
  return [
    words(
      'Vraag ruimer: meer dagen, een andere periode of een grotere afstand.',
      'Ask for more: more days, another period or a larger distance.',
    ),
    waitingList,
    words(
      'Vraag de coördinator om een oproep aan partners: misschien maakt iemand het voor je.',
      'Ask the coordinator for a call to partners: perhaps somebody makes it for you.',
    ),
  ];
}

function buttonOf({ state }: RequestView, lang: Lang): string {
  const words = wordsIn(lang);
  if (state === 'needs-info') return words('Beantwoord de vraag', 'Answer the question');
  if (state === 'expired') return words('Vraag het opnieuw aan', 'Ask for it again');
  return words('Verruim je aanvraag', 'Widen your request');
}
