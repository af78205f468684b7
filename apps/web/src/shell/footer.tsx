import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className={`${styles.footer} not-printed`}>
      <div className={styles.footerLine}>
        <span>{t('footer')}</span>
        <Link to="/toegankelijkheid">{t('accessibility')}</Link>
        <a href="/api/docs">{t('api')}</a>
      </div>
    </footer>
  );
}
