import { useTranslation } from 'react-i18next';
import type { CatalogueOffer } from '../api/catalogue.js';
import { sayDay, saySpan } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { ownGroupsOf } from './own-groups.js';
import styles from './offer.module.css';

const first = 6;

/** The next moments with room; the later ones behind a fold. */
export function NextSlots({ offer }: { readonly offer: CatalogueOffer }) {
  const { t } = useTranslation('catalogue');
  const language = useLanguage();
  const { nextSlots, availability, moreSlots, pausedUntil, bookVia } = offer;
  const size = ownGroupsOf(offer)?.size;
  const later = nextSlots.slice(first);
  return (
    <>
      <p className={styles.how}>
        {pausedUntil ? t('how.paused', { day: sayDay(pausedUntil, language) }) : t(`how.${availability}`)}
      </p>
      <Slots slots={nextSlots.slice(0, first)} size={size} />
      {later.length > 0 && (
        <details className={styles.later}>
          <summary>{t('later', { count: later.length })}</summary>
          <Slots slots={later} size={size} />
        </details>
      )}
      {moreSlots && <p>{t(bookVia === 'own-site' ? 'more-later.own-site' : 'more-later')}</p>}
    </>
  );
}

interface SlotsProps {
  readonly slots: CatalogueOffer['nextSlots'];
  /** Pupils in a group of the partner's, where that is less than a class. */
  readonly size: number | undefined;
}

function Slots({ slots, size }: SlotsProps) {
  const { t } = useTranslation('catalogue');
  const language = useLanguage();
  if (slots.length === 0) return null;
  return (
    <ul className={styles.slots}>
      {slots.map(({ slotId, start, end, groups }) => (
        <li key={slotId}>
          <span>{saySpan(start, end, language)}</span>
          <span>{size ? t('room.of', { count: groups, size }) : t('room', { count: groups })}</span>
        </li>
      ))}
    </ul>
  );
}
