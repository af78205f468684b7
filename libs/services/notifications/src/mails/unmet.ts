import type { Subject } from '../domain/subject.js';
import type { RequestView } from '../owners/views.js';
import type { Letter, Reader } from './letter.js';
import { sayObstacles } from './obstacles.js';
import { wordsIn } from './say.js';
import { sayRequestPupils, sayWindows } from './say-request.js';

type Receipt = Extract<Subject, { template: 'receipt' }>;

/** "Not yet": why as far as the receipt knew it, and the ways on. */
export function unmetLetter(
  receipt: Receipt | undefined,
  request: RequestView,
  reader: Reader,
  url: string,
): Letter {
  const { lang, today } = reader;
  const words = wordsIn(lang);
  return {
    lang,
    tone: 'tells',
    subject: words(`Nog niet gelukt: ${request.title}`, `Not yet: ${request.title}`),
    ask: words(
      'Er is nog geen afspraak voor je aanvraag. Hieronder lees je waarom, en wat nu kan helpen.',
      'There is no appointment for your request yet. Below you read why, and what can help now.',
    ),
    facts: [
      { label: words('Waarom', 'Why'), text: why(receipt, reader) },
      { label: words('Gevraagd', 'Asked'), text: request.title },
      { label: words('Voor wie', 'For whom'), text: sayRequestPupils(request, lang) },
      { label: words('Wanneer', 'When'), text: sayWindows(request, lang, today) },
    ],
    notes: [
      words(
        'Vraag ruimer: meer dagen, een andere periode of een grotere afstand.',
        'Ask for more: more days, another period or a larger distance.',
      ),
      words(
        'Zet je op de wachtlijst van een vast programma: komt er plek vrij, dan krijg je die als optie.',
        'Join the waiting list of a firm programme: when a place comes free, you get it as an option.',
      ),
      words(
        'Vraag de coördinator om een oproep aan partners: misschien maakt iemand het voor je.',
        'Ask the coordinator for a call to partners: perhaps somebody makes it for you.',
      ),
    ],
    button: { label: words('Verruim je aanvraag', 'Widen your request'), url },
    otherwise: [
      words(
        'Je aanvraag blijft staan. Heb je hem niet meer nodig? Trek hem in op dezelfde pagina.',
        'Your request stays. Do you need it no longer? Withdraw it on the same page.',
      ),
    ],
  };
}

function why(receipt: Receipt | undefined, { lang }: Reader): string {
  const words = wordsIn(lang);
  if (receipt && receipt.fitting > 0)
    return words(
      'Er paste wel aanbod, maar het werd geen afspraak.',
      'There were offers that fit, but none became an appointment.',
    );
  const said = sayObstacles(receipt?.obstacles ?? [], lang);
  return said.length > 0
    ? said.join('\n')
    : words('Er is nu geen aanbod dat past.', 'There is no offer that fits now.');
}
