import {
  IconCalendarCheck,
  IconCalendarOff,
  IconCalendarTime,
  IconExternalLink,
  IconHourglass,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CatalogueItem } from '../api/catalogue.js';
import styles from './availability.module.css';

const icons = {
  free: IconCalendarCheck,
  'by-appointment': IconCalendarTime,
  'waiting-list': IconHourglass,
  none: IconCalendarOff,
  'own-site': IconExternalLink,
};

/** Whether there is room, as a word and a sign. */
export function Availability({ item }: { readonly item: Pick<CatalogueItem, 'availability' | 'bookVia'> }) {
  const { t } = useTranslation('catalogue');
  const state = item.bookVia === 'own-site' ? 'own-site' : item.availability;
  const Icon = icons[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon aria-hidden size={18} stroke={1.75} />
      {t(`availability.${state}`)}
    </span>
  );
}
