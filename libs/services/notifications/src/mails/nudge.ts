import type { Appointment } from '../owners/views.js';
import { changeLetter } from './change.js';
import type { Letter, Reader } from './letter.js';
import { questionLetter } from './question.js';
import { sayUntil, wordsIn } from './say.js';

/** The question once more, to who was asked and to their deputy: by when, and what happens without an answer. */
export function nudgeLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const isChange = match.state === 'confirmed';
  const letter = isChange ? changeLetter(appointment, reader, url) : questionLetter(appointment, reader, url);
  const answerBy = isChange ? match.change?.answerBy : match.answerBy;
  const by = answerBy ? sayUntil(answerBy, lang, today) : undefined;
  return {
    ...letter,
    subject: words(`Nog geen antwoord: ${letter.subject}`, `No answer yet: ${letter.subject}`),
    ask: by
      ? words(`We wachten op je antwoord, uiterlijk ${by}.`, `We wait for your answer, by ${by}.`)
      : words('We wachten op je antwoord.', 'We wait for your answer.'),
    notes: [withoutAnswer(match, reader), ...letter.notes],
  };
}

/** What no answer comes to. */
function withoutAnswer({ state, requestId }: Appointment['match'], { lang }: Reader): string {
  const words = wordsIn(lang);
  if (state === 'confirmed')
    return words(
      'Komt er geen antwoord, dan blijft de oude afspraak staan.',
      'Without an answer the old appointment stands.',
    );
  return requestId === null
    ? words(
        'Komt er geen antwoord, dan gaat het niet door. Een nee mag ook.',
        'Without an answer it does not take place. A no is fine too.',
      )
    : words(
        'Komt er geen antwoord, dan gaat de plek naar een ander. Een nee mag ook: dan zoeken we verder.',
        'Without an answer the place goes to somebody else. A no is fine too: then we look further.',
      );
}
