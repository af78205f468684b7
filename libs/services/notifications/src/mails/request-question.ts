import type { RequestView } from '../owners/views.js';
import type { Letter, Reader } from './letter.js';
import { quoted, wordsIn } from './say.js';
import { sayRequestPupils, sayWindows } from './say-request.js';

/** "One question first": what the coordinator must know before looking further, to who asked. */
export function requestQuestionLetter(request: RequestView, { lang, today }: Reader, url: string): Letter {
  const words = wordsIn(lang);
  return {
    lang,
    tone: 'asks',
    subject: words(
      `Een vraag over je aanvraag: ${request.title}`,
      `A question about your request: ${request.title}`,
    ),
    ask: words(
      'De coördinator wil eerst iets van je weten. Pas je aanvraag aan met het antwoord, dan zoeken we verder.',
      'The coordinator has to know something first. Change your request with the answer and we go on looking.',
    ),
    facts: [
      { label: words('Vraag', 'Question'), text: quoted(request.question ?? '', lang) },
      { label: words('Gevraagd', 'Asked'), text: request.title },
      { label: words('Voor wie', 'For whom'), text: sayRequestPupils(request, lang) },
      { label: words('Wanneer', 'When'), text: sayWindows(request, lang, today) },
    ],
    notes: [],
    button: { label: words('Beantwoord de vraag', 'Answer the question'), url },
    otherwise: [
      words(
        'Heb je het niet meer nodig? Trek de aanvraag in op dezelfde pagina.',
        'Do you need it no longer? Withdraw the request on the same page.',
      ),
    ],
  };
}
