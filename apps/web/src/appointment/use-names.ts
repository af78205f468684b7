import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sheetQuery, type Match, type VisitSheet } from '../api/matches.js';
import { sayUntil, sayWhen } from '../say/dates.js';
import { useNow } from '../api/now.js';
import { useLanguage } from '../words/use-language.js';
import { endingOf } from './asked.js';
import { answerByOf, isEnded, isOver, startOf, turnOf, type Side } from './story.js';
import { localDateOf } from '../say/dates.js';

/** Place, travel and whom to find on the day; asked when it is wanted. */
export function useSheet(id: string, enabled = true): VisitSheet | undefined {
  return useQuery({ ...sheetQuery(id), staleTime: 60_000, enabled }).data;
}

/** Who must answer and by when, or what it came to, in one sentence. */
export function useNextMove(): (match: Match, side: Side | undefined) => string {
  const { t } = useTranslation('appointments');
  const language = useLanguage();
  const now = useNow();
  return (match, side) => {
    const { state, change, names } = match;
    const by = answerByOf(match);
    const day = by ? sayUntil(by, localDateOf(now), language) : '';
    const turn = turnOf(match, side);
    const who = turn === 'partner' ? 'partner' : 'school';
    const name = names?.[who] ?? t(`side.${who}`);
    if (state === 'holding') return t('move.holding');
    if (isEnded(match)) return t(`ended.${endingOf(match)}`);
    if (turn !== 'nobody') {
      if (isOver(match))
        return t(`move.${turn === 'you' || turn === 'both' ? turn : 'other'}.recorded`, { name });
      const what = state === 'option' ? 'option' : state === 'confirmed' ? 'change' : 'answer';
      if (turn === 'you') return t(day ? `move.you.${what}` : 'move.you.soon', { day });
      if (turn === 'both') return t(day ? 'move.both' : 'move.both.soon', { day });
      return t(day ? 'move.other' : 'move.other.soon', { name, day });
    }
    if (state === 'confirmed' && change) return t('move.change-holding');
    if (state === 'confirmed')
      return Date.parse(startOf(match)) > Date.parse(now)
        ? t('move.confirmed', { day: sayWhen(startOf(match), localDateOf(now), language) })
        : t('move.now');
    if (state === 'closed') return t('move.closed');
    if (side === 'school' && !match.count) return t('move.count');
    if (side === 'partner' && !match.hours) return t('move.hours');
    return t('move.after');
  };
}
