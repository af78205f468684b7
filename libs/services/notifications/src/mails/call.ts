import { isUnserved } from '#libs/contracts';
import { activityKinds, saySpan, type Lang } from '#libs/facts';
import type { Subject } from '../domain/subject.js';
import type { RequestView, ShoreView } from '../owners/views.js';
import type { Letter, Reader } from './letter.js';
import { sayUntil, wordsIn } from './say.js';
import { pupilsWords } from './say-groups.js';
import { sayWindows } from './say-request.js';

type Call = Extract<Subject, { template: 'call' }>;
type CallFailed = Extract<Subject, { template: 'call-failed' }>;

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
  const by = sayUntil(answerBy, lang, today);
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

/** "You said yes, and it became no appointment": to who answered a call, and whether another time would still help. */
export function callFailedLetter(
  { start, end, answerBy }: CallFailed,
  request: RequestView,
  { lang, today }: Reader,
  url: string,
): Letter {
  const words = wordsIn(lang);
  const isOpen = answerBy !== undefined && isUnserved(request.state);
  const by = isOpen ? sayUntil(answerBy, lang, today) : '';
  const other = isOpen
    ? words(
        `Kun je op een ander moment? Antwoord dan uiterlijk ${by} nog eens.`,
        `Can you at another time? Then answer once more by ${by}.`,
      )
    : words('Je hoeft niets te doen.', 'There is nothing to do.');
  return {
    lang,
    tone: 'over',
    subject: words(`Geen afspraak geworden: ${request.title}`, `No appointment after all: ${request.title}`),
    ask: `${words(
      'Je zei dat je dit kon, dank daarvoor. Het werd toch geen afspraak.',
      'You said that you could do this, thank you. It became no appointment after all.',
    )} ${other}`,
    facts: [
      { label: words('Gevraagd', 'Asked'), text: request.title },
      {
        label: words('Jouw moment', 'Your time'),
        text: saySpan(Date.parse(start), Date.parse(end), lang, today),
      },
      { label: words('Waarom', 'Why'), text: why(request, isOpen, lang) },
    ],
    notes: [],
    button: { label: words('Bekijk de vraag', 'See the request'), url },
    otherwise: [],
  };
}

function why({ state }: RequestView, isOpen: boolean, lang: Lang): string {
  const words = wordsIn(lang);
  if (state === 'withdrawn' || state === 'expired')
    return words('De school zoekt niet meer.', 'The school no longer looks for it.');
  return isOpen
    ? words(
        'Op dat moment bleek de klas, de gast of de plek bezet, of jullie aanbod was ingetrokken.',
        'At that time the class, the guest or the place turned out to be taken, or your offer had been withdrawn.',
      )
    : words('De school was intussen al geholpen.', 'The school had been helped in the meantime.');
}
