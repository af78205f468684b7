import { localDateOf, type Lang } from '#libs/facts';
import type { MatchView } from '../owners/views.js';
import { sayEuros, sayMoment, wordsIn } from './say.js';
import { startOf } from './say-when.js';

/** Until when the numbers may change and cancelling is free, and what it costs after that. */
export function sayTerms({ terms, sessions, costs }: MatchView, lang: Lang, today?: string): string[] {
  const words = wordsIn(lang);
  const isOver = (moment: string) => today !== undefined && localDateOf(Date.parse(moment)) < today;
  const until = (moment: string) =>
    Date.parse(moment) >= startOf(sessions)
      ? words('tot het begin', 'until it starts')
      : words(
          `tot en met ${sayMoment(moment, lang, today)}`,
          `up to and including ${sayMoment(moment, lang, today)}`,
        );
  const { changeNumbersUntil, freeCancelUntil } = terms;
  const numbers = isOver(changeNumbersUntil)
    ? words('Het aantal leerlingen ligt vast.', 'The number of pupils is fixed.')
    : words(
        `Het aantal leerlingen veranderen kan ${until(changeNumbersUntil)}.`,
        `The number of pupils can change ${until(changeNumbersUntil)}.`,
      );
  if (costs.schoolCents === 0) return [numbers];
  const fee = sayEuros(costs.schoolCents, lang);
  const cancelling = isOver(freeCancelUntil)
    ? words(`Zegt de school af, dan betaalt die ${fee}.`, `When the school cancels, it pays ${fee}.`)
    : words(
        `Kosteloos afzeggen kan ${until(freeCancelUntil)}; zegt de school later af, dan betaalt die ${fee}.`,
        `Cancelling is free ${until(freeCancelUntil)}; when the school cancels later, it pays ${fee}.`,
      );
  return [numbers, cancelling];
}
