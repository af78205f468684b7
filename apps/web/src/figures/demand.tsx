import { useTranslation } from 'react-i18next';
import type { Report } from '../api/reports.js';
import { HeatTable } from '../unmet/heat-table.js';
import { sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import styles from './figures.module.css';

/** What schools asked for and nobody answers yet. */
export function Demand({ report, year }: { readonly report: Report; readonly year: string }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const { open, unmet, cells } = report.unmetDemand;
  return (
    <section id="onvervuld">
      <h2>{t('demand')}</h2>
      <p className={styles.sentence}>
        {t('demand.sentence', {
          count: open.requests,
          open: sayNumber(open.requests, language),
          unmet: sayNumber(unmet.requests, language),
        })}
      </p>
      <HeatTable cells={cells} name={year} />
    </section>
  );
}
