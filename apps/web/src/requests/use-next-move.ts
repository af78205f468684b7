import { useTranslation } from 'react-i18next';
import type { Match } from '../api/matches.js';
import type { Request } from '../api/requests.js';
import { sayUntil, sayWhen } from '../say/dates.js';
import { awaited } from '../appointment/story.js';
import { useToday } from '../api/now.js';
import { useLanguage } from '../words/use-language.js';

/** Who has the next move and by when, in one sentence. */
export function useNextMove(): (request: Request, match?: Match) => string {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const today = useToday();
  return (request, match) => {
    const day = sayWhen(request.answerBy, today, language);
    const { state, matchId, unconfirmed } = request;
    if (unconfirmed) return t('next.unconfirmed');
    if (state === 'needs-info') return t('next.needs-info');
    if (match && awaited(match).includes('school'))
      return match.answerBy
        ? t('next.you-answer', { day: sayUntil(match.answerBy, today, language) })
        : t('next.you-answer.soon');
    if (state === 'open' && matchId) return t('next.asked');
    return t(`next.${state}`, { day });
  };
}
