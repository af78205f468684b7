import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../parts/link-button.js';
import styles from './shell.module.css';

/** The session is over: what is on screen stays, and after signing in again one is back at it. */
export function SessionEnded() {
  const { t } = useTranslation();
  const { href, pathname } = useLocation();
  if (pathname.startsWith('/inloggen')) return null;
  return (
    <div role="alert" className={styles.ended}>
      <p>{t('session-ended')}</p>
      <LinkButton to="/inloggen" search={{ terug: href }} variant="default">
        {t('session-ended.sign-in')}
      </LinkButton>
    </div>
  );
}
