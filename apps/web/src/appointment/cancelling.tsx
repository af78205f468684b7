import { useTranslation } from 'react-i18next';
import type { Match } from '../api/matches.js';
import { useNow } from '../api/now.js';
import { Notice } from '../parts/notice.js';
import { sayLongDay } from '../say/dates.js';
import { sayMoney } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import { lastsUntilStart, type Side } from './story.js';

/** What calling off costs, before it is done. */
export function Cancelling({ match, side }: { readonly match: Match; readonly side: Side }) {
  const { t } = useTranslation('appointments');
  const language = useLanguage();
  const now = useNow();
  const { state, terms, costs } = match;
  if (side !== 'school' || state !== 'confirmed') return null;
  const isLate = Date.parse(now) > Date.parse(terms.freeCancelUntil);
  const until = lastsUntilStart(terms.freeCancelUntil, match)
    ? t('until.start')
    : t('until', { day: sayLongDay(terms.freeCancelUntil, language) });
  if (!isLate) return <Notice tone="sky" title={t('cancel.free', { until })} />;
  if (costs.schoolCents === 0) return <Notice tone="sky" title={t('cancel.late-free', { until })} />;
  return (
    <Notice tone="brick" title={t('cancel.fee', { until, money: sayMoney(costs.schoolCents, language) })} />
  );
}
