import type { SubjectOfPerson } from '../domain/subject.js';
import type { Letter, Reader } from './letter.js';
import { wordsIn } from './say.js';

/** "Was this you?" Somebody who was not is to say so at once. */
export function passkeyLetter(
  what: Exclude<SubjectOfPerson['template'], 'claim-refused'>,
  { lang }: Pick<Reader, 'lang'>,
  url: string,
): Letter {
  const words = wordsIn(lang);
  const said = {
    'passkey-added': words(
      'Er is een toegangssleutel aan je account toegevoegd.',
      'A passkey was added to your account.',
    ),
    'passkey-removed': words(
      'Er is een toegangssleutel van je account verwijderd.',
      'A passkey was removed from your account.',
    ),
    'passkey-reset': words(
      'De coördinator of beheerder heeft je toegangssleutels gewist. Bij de volgende keer inloggen maak je een nieuwe.',
      'The coordinator or operator has cleared your passkeys. You make a new one when you sign in next.',
    ),
  }[what];
  return {
    lang,
    tone: 'tells',
    subject: {
      'passkey-added': words('Nieuwe toegangssleutel', 'New passkey'),
      'passkey-removed': words('Toegangssleutel verwijderd', 'Passkey removed'),
      'passkey-reset': words('Toegangssleutels gewist', 'Passkeys cleared'),
    }[what],
    ask: `${said} ${words('Was jij dit? Dan hoef je niets te doen.', 'Was this you? Then there is nothing to do.')}`,
    facts: [],
    notes: [],
    button: { label: words('Bekijk je toegang', 'See how you sign in'), url },
    otherwise: [
      words(
        'Was jij dit niet? Beëindig op die pagina alle sessies en bel je coördinator.',
        'Was it not you? End all sessions on that page and call your coordinator.',
      ),
    ],
  };
}
