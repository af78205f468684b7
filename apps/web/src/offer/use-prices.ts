import { useTranslation } from 'react-i18next';
import type { CatalogueOffer } from '../api/catalogue.js';
import { sayMoney } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import { ownGroupsOf } from './own-groups.js';

/** What it costs by the partner's own group and by the pupil; empty: nothing. */
export function usePrices(offer: CatalogueOffer): string[] {
  const { t } = useTranslation('catalogue');
  const language = useLanguage();
  const own = ownGroupsOf(offer);
  const { costPerGroupCents, costPerPupilCents } = offer;
  const group = { money: sayMoney(costPerGroupCents, language) };
  return [
    ...(costPerGroupCents === 0
      ? []
      : [own ? t('costs.group.of', { ...group, size: own.size }) : t('costs.group', group)]),
    ...(costPerPupilCents === 0 ? [] : [t('costs.pupil', { money: sayMoney(costPerPupilCents, language) })]),
  ];
}
