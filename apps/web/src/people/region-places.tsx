import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './people.module.css';

const places = [
  { to: '/mensen', word: 'people' },
  { to: '/organisaties', word: 'organisations' },
  { to: '/invoer', word: 'imports' },
  { to: '/regio-instellingen', word: 'settings' },
] as const;

/** What a region is made of, side by side. */
export function RegionPlaces({ at }: { readonly at: (typeof places)[number]['to'] }) {
  const { t } = useTranslation('coordinator');
  return (
    <nav aria-label={t('places')} className={`${styles.places} not-printed`}>
      {places.map(({ to, word }) => (
        <Link key={to} to={to} aria-current={to === at ? 'page' : undefined}>
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
