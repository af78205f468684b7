import { IconLayoutGrid, IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './catalogue.module.css';

interface FoundProps {
  readonly count: number;
  readonly isAll: boolean;
  readonly view: 'map' | undefined;
  readonly onView: (view: 'map' | undefined) => void;
}

/** How many there are, read aloud when that changes, and how to look at them. */
export function Found({ count, isAll, view, onView }: FoundProps) {
  const { t } = useTranslation('catalogue');
  return (
    <div className={styles.found}>
      <h2 role="status">{isAll ? t('found', { count }) : t('found-at-least', { count })}</h2>
      <div role="group" aria-label={t('view')} className={styles.views}>
        <button type="button" aria-pressed={view === undefined} onClick={() => onView(undefined)}>
          <IconLayoutGrid aria-hidden size={20} stroke={1.75} />
          {t('view.list')}
        </button>
        <button type="button" aria-pressed={view === 'map'} onClick={() => onView('map')}>
          <IconMap2 aria-hidden size={20} stroke={1.75} />
          {t('view.map')}
        </button>
      </div>
    </div>
  );
}
