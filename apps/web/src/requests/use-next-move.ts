import { useTranslation } from 'react-i18next';
import type { Match } from '../api/matches.js';
import { useToday } from '../api/now.js';
import type { Request } from '../api/requests.js';
import { sayUntil, sayWhen } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { moveOf } from './move.js';

/** Who has the next move and by when, in one sentence. */
export function useNextMove(): (request: Request, matches: readonly Match[]) => string {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const today = useToday();
  return (request, matches) => {
    const move = moveOf(request, matches, today);
    if ('count' in move) {
      const day = move.by ? sayUntil(move.by, today, language) : '';
      return t(`next.${move.word}`, { day, count: move.count });
    }
    return t(`next.${move.word}`, { day: sayWhen(move.by, today, language) });
  };
}
