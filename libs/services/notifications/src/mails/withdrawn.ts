import type { PersonView, RequestView } from '../owners/views.js';
import { helpFrom } from './facts.js';
import type { Letter, Reader } from './letter.js';
import { quoted, wordsIn } from './say.js';
import { sayRequestPupils, sayWindows } from './say-request.js';

/** "It is withdrawn": to who asked, when somebody else did it, with why. */
export function withdrawnLetter(
  { request, coordinator }: { readonly request: RequestView; readonly coordinator?: PersonView },
  { lang, today }: Reader,
  url: string,
): Letter {
  const words = wordsIn(lang);
  const why = request.withdrawnBecause;
  return {
    lang,
    tone: 'over',
    subject: words(`Aanvraag ingetrokken: ${request.title}`, `Request withdrawn: ${request.title}`),
    ask: words(
      'Iemand anders heeft deze aanvraag ingetrokken. Wij zoeken niet verder.',
      'Somebody else has withdrawn this request. We do not look any further.',
    ),
    facts: [
      ...(why ? [{ label: words('Waarom', 'Why'), text: quoted(why, lang) }] : []),
      { label: words('Gevraagd', 'Asked'), text: request.title },
      { label: words('Voor wie', 'For whom'), text: sayRequestPupils(request, lang) },
      { label: words('Wanneer', 'When'), text: sayWindows(request, lang, today) },
    ],
    notes: [],
    button: { label: words('Bekijk de aanvraag', 'See the request'), url },
    otherwise: [
      words(
        'Klopt dat niet? Doe dan een nieuwe aanvraag, of overleg met wie hem introk.',
        'Is that not right? Then ask again, or talk to who withdrew it.',
      ),
      ...helpFrom(coordinator ? { coordinator } : {}, lang),
    ],
  };
}
