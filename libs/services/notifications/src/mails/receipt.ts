import type { Lang } from '#libs/facts';
import type { Subject } from '../domain/subject.js';
import type { RequestView } from '../owners/views.js';
import type { Letter, Reader } from './letter.js';
import { sayObstacles } from './obstacles.js';
import { sayRequestPupils, sayWindows } from './say-request.js';
import { sayMoment, wordsIn } from './say.js';

type Receipt = Extract<Subject, { template: 'receipt' }>;

/** "We have it": what was asked, how many offers fit or what keeps them out, and by when there is an answer. */
export function receiptLetter(receipt: Receipt, request: RequestView, reader: Reader, url: string): Letter {
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const by = sayMoment(request.answerBy, lang, today);
  return {
    lang,
    tone: 'tells',
    subject: words(`Je aanvraag is binnen: ${request.title}`, `We have your request: ${request.title}`),
    ask: words(
      `Je hoeft nu niets te doen: uiterlijk ${by} hoor je van ons.`,
      `There is nothing to do now: you hear from us by ${by}.`,
    ),
    facts: [
      { label: words('Gevraagd', 'Asked'), text: request.title },
      { label: words('Voor wie', 'For whom'), text: sayRequestPupils(request, lang) },
      {
        label: words('Wanneer', 'When'),
        text: sayWindows(request, lang, today),
      },
      { label: words('Nu passend', 'Fitting now'), text: sayFitting(receipt.fitting, lang) },
    ],
    notes: receipt.fitting > 0 ? [] : sayObstacles(receipt.obstacles, lang),
    button: { label: words('Bekijk je aanvraag', 'See your request'), url },
    otherwise: [
      words(
        'Klopt er iets niet? Op dezelfde pagina pas je de aanvraag aan of trek je hem in.',
        'Is something not right? On the same page you can change or withdraw the request.',
      ),
    ],
  };
}

function sayFitting(fitting: number, lang: Lang): string {
  const words = wordsIn(lang);
  if (fitting === 0) {
    return words('Nog niets. Wij zoeken verder.', 'Nothing yet. We go on looking.');
  }
  return fitting === 1
    ? words('1 mogelijkheid', '1 offer')
    : words(`${fitting} mogelijkheden`, `${fitting} offers`);
}
