import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bookingCostQuery, type Booking } from '../api/bookings.js';
import type { CatalogueOffer } from '../api/catalogue.js';
import { CostsThen } from '../appointment/costs-then.js';
import { usePrices } from '../offer/use-prices.js';
import { useSettled } from '../parts/form/use-settled.js';
import { sayList } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import styles from './book.module.css';

interface BookCostProps {
  readonly offer: CatalogueOffer;
  /** Nothing before a group is chosen. */
  readonly booking: Booking | undefined;
}

/** What the offer costs, and as soon as groups are chosen what it costs for those: holds nothing up. */
export function BookCost({ offer, booking }: BookCostProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const costs = useQuery(bookingCostQuery(useSettled(booking))).data?.costs;
  const prices = usePrices(offer);
  if (prices.length === 0) return <p className={styles.cost}>{t('book.costs.none')}</p>;
  return (
    <p role="status" className={styles.cost}>
      {costs ? (
        <CostsThen label={t('book.cost')} costs={costs} />
      ) : (
        t('book.costs', { prices: sayList(prices, language) })
      )}
    </p>
  );
}
