import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Report } from '../api/report-views.js';
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
        })}{' '}
        {open.requests + unmet.requests > 0 && (
          <Link to="/cijfers/aanvragen" search={{ year }}>
            {t('demand.rows')}
          </Link>
        )}
      </p>
      <HeatTable
        cells={cells}
        name={year}
        rowsOf={({ theme, area, weekday }) => ({
          year,
          theme,
          area,
          ...(weekday === 'all' ? {} : { weekday }),
        })}
      />
    </section>
  );
}
