import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthQuery, type Health } from '../api/operations.js';
import { Notice } from '../parts/notice.js';
import { sayDay, sayTime } from '../say/dates.js';
import { saySize } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import styles from './operations.module.css';

const commands = {
  make: 'npm run leerbrug -- backup leerbrug.backup',
  restore: 'npm run leerbrug -- restore leerbrug.backup',
  audit: 'npm run leerbrug -- audit',
} as const;
const tooOldMs = 2 * 86_400_000;

/** When the last one was made; made and put back beside the machine, not from a browser: what it takes, to be copied. */
export function Backups() {
  const { t } = useTranslation('operator');
  const { data, dataUpdatedAt } = useQuery(healthQuery);
  return (
    <section id="back-ups">
      <h2>{t('backups')}</h2>
      {data?.lastBackup === undefined ? null : <Last made={data.lastBackup} now={dataUpdatedAt} />}
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

interface LastProps {
  readonly made: NonNullable<Health['lastBackup']> | null;
  /** When that was told, epoch ms: backups are made by the machine's clock, not by the demo's. */
  readonly now: number;
}

function Last({ made, now }: LastProps) {
  const { t } = useTranslation('operator');
  const language = useLanguage();
  if (!made)
    return (
      <Notice tone="sun" title={t('backups.none')}>
        {t('backups.none.do')}
      </Notice>
    );
  const when = {
    day: sayDay(made.madeAt, language, true),
    time: sayTime(made.madeAt, language),
    size: saySize(made.bytes, language),
  };
  if (now - Date.parse(made.madeAt) < tooOldMs) return <p>{t('backups.last', when)}</p>;
  return (
    <Notice tone="brick" title={t('backups.old', when)}>
      {t('backups.old.do')}
    </Notice>
  );
}
