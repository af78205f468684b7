import type { PersonView, ShoreView } from '../owners/views.js';
import { helpFrom } from './facts.js';
import type { Letter, Reader } from './letter.js';
import { wordsIn } from './say.js';

/** "You are not known there": to who said that they teach at a school. */
export function claimRefusedLetter(
  { school, coordinator }: { readonly school: ShoreView; readonly coordinator?: PersonView },
  { lang }: Reader,
  url: string,
): Letter {
  const words = wordsIn(lang);
  return {
    lang,
    tone: 'over',
    subject: words(`Niet bekend bij ${school.name}`, `Not known at ${school.name}`),
    ask: words(
      `De coördinator kent je niet als leerkracht van ${school.name}. Je kunt voor deze school dus niets aanvragen.`,
      `The coordinator does not know you as a teacher of ${school.name}. So you cannot ask for anything for this school.`,
    ),
    facts: [{ label: 'School', text: school.name }],
    notes: [],
    button: { label: words('Bekijk je gegevens', 'See your details'), url },
    otherwise: [
      words(
        'Werk je er wel? Laat het de coördinator weten.',
        'Do you work there after all? Tell the coordinator.',
      ),
      ...helpFrom(coordinator ? { coordinator } : {}, lang),
    ],
  };
}
