import { useTranslation } from 'react-i18next';
import styles from './operations.module.css';

const commands = {
  make: 'npm run leerbrug -- backup leerbrug.backup',
  restore: 'npm run leerbrug -- restore leerbrug.backup',
  audit: 'npm run leerbrug -- audit',
} as const;

/** Made and put back beside the machine, not from a browser: what it takes, to be copied. */
export function Backups() {
  const { t } = useTranslation('operator');
  return (
    <section id="back-ups">
      <h2>{t('backups')}</h2>
      <p>{t('backups.what')}</p>
      <dl className={styles.commands}>
        {(['make', 'restore', 'audit'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`backups.${what}`)}</dt>
            <dd>
              <code className={styles.token}>{commands[what]}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('backups.cluster')}</p>
    </section>
  );
}
