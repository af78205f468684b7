import { activityKinds } from '#libs/facts';
import type { Subject } from '../domain/subject.js';
import type { RequestView, ShoreView } from '../owners/views.js';
import type { Letter, Reader } from './letter.js';
import { sayMoment, wordsIn } from './say.js';
import { pupilsWords } from './say-groups.js';
import { sayWindows } from './say-request.js';

type Call = Extract<Subject, { template: 'call' }>;

/** "A school looks for this; can you?" To a partner, quietly: the school and its groups are not named. */
export function callLetter(
  { answerBy }: Call,
  { request, school }: { readonly request: RequestView; readonly school: ShoreView },
  { lang, today }: Reader,
  url: string,
): Letter {
  const words = wordsIn(lang);
  const town = school.municipality?.name ?? school.location?.place;
  const groups = request.groups.map(({ sector, grades, levels }) => ({ sector, grades, levels }));
  const kind = activityKinds.find(({ id }) => id === request.kind)?.label[lang] ?? request.title;
  const by = sayMoment(answerBy, lang, today);
  return {
    lang,
    tone: 'asks',
    subject: words(
      `Kun jij dit? Een school${town ? ` in ${town}` : ''} zoekt: ${request.title}`,
      `Can you do this? A school${town ? ` in ${town}` : ''} looks for: ${request.title}`,
    ),
    ask: words(
      `Een school${town ? ` in ${town}` : ''} zoekt iemand en vond nog niets. Kun jij? Laat het uiterlijk ${by} weten.`,
      `A school${town ? ` in ${town}` : ''} looks for somebody and has found nothing yet. Can you? Let us know by ${by}.`,
    ),
    facts: [
      { label: words('Gevraagd', 'Asked'), text: request.title },
      { label: words('Soort', 'Kind'), text: kind },
      { label: words('Voor wie', 'For whom'), text: pupilsWords(groups, lang, request.groups) },
      { label: words('Wanneer', 'When'), text: sayWindows(request, lang, today) },
    ],
    notes: [],
    button: {
      label: words('Bekijk de vraag en zeg wat je kunt', 'See the request and say what you can do'),
      url,
    },
    otherwise: [
      words(
        'Lukt het niet? Dan hoef je niets te doen: je krijgt hierover geen mail meer.',
        'Can you not? Then there is nothing to do: you get no more mail about this.',
      ),
    ],
  };
}
