import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from '../api/region-settings.js';
import { downloadCsv } from '../parts/csv.js';
import { Notice } from '../parts/notice.js';
import { sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import styles from './imports.module.css';

/** What an import did, or would do, and each row that did not fit. */
export function ImportReport({ of }: { readonly of: Import }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const { counts, dryRun, refusals, remarks, filename } = of;
  const count = (name: 'added' | 'changed' | 'unchanged' | 'vanished' | 'refused') =>
    t(`imports.${name}`, { count: counts[name], many: sayNumber(counts[name], language) });
  const notes = [
    ...refusals.map((note) => ({ ...note, isRefused: true })),
    ...remarks.map((note) => ({ ...note, isRefused: false })),
  ];
  return (
    <section>
      <Notice
        tone={dryRun ? 'sky' : 'meadow'}
        title={t(dryRun ? 'imports.tried' : 'imports.taken', { filename })}
        now
      >
        <ul>
          {(['added', 'changed', 'unchanged', 'vanished', 'refused'] as const).map((name) => (
            <li key={name}>{count(name)}</li>
          ))}
        </ul>
      </Notice>
      {notes.length > 0 && (
        <>
          <h2>{t('imports.rows')}</h2>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('imports.rows')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('imports.row')}</th>
                  <th scope="col">{t('imports.column')}</th>
                  <th scope="col">{t('imports.value')}</th>
                  <th scope="col">{t('imports.why')}</th>
                </tr>
              </thead>
              <tbody>
                {notes.slice(0, 500).map(({ row, column, value, message, isRefused }) => (
                  <tr key={`${row}-${column ?? ''}-${message}`}>
                    <td>{row}</td>
                    <td>{column}</td>
                    <td>{value}</td>
                    <td>
                      {isRefused && <strong>{t('imports.left-out')}</strong>} {message}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Button
            variant="default"
            onClick={() =>
              downloadCsv(`${filename} ${t('imports.rows')}.csv`, [
                [t('imports.row'), t('imports.column'), t('imports.value'), t('imports.why')],
                ...notes.map(({ row, column = '', value = '', message }) => [row, column, value, message]),
              ])
            }
          >
            {t('download')}
          </Button>
        </>
      )}
    </section>
  );
}
