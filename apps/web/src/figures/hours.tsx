import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../api/report-views.js';
import { downloadCsv } from '../parts/csv.js';
import { sayNumber } from '../say/language.js';
import { sayMoney } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import { FigureLink } from './figure.js';
import { hoursFigures } from './shown.js';
import styles from './figures.module.css';

const atOnce = 12;

/** Hours of partners and who paid: what the region accounts for. */
export function Hours({ report, year }: { readonly report: Report; readonly year: string }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const { total, activities, missing, perPartner } = report.hours;
  const { held } = report.costs;
  const [shown, setShown] = useState(atOnce);
  const head = [t('partner'), t('activities'), t('hours-column'), t('missing-column')];
  return (
    <section id="uren">
      <h2>{t('hours')}</h2>
      <p className={styles.sentence}>
        {t('hours.sentence', { count: activities, hours: sayNumber(total, language), activities })}{' '}
        {missing > 0 && (
          <FigureLink figure={hoursFigures(report.hours).missing} year={year}>
            {t('hours.missing', { count: missing })}
          </FigureLink>
        )}{' '}
        {held.totalCents > 0 &&
          t('costs.sentence', {
            total: sayMoney(held.totalCents, language),
            region: sayMoney(held.regionCents, language),
            school: sayMoney(held.schoolCents, language),
          })}
      </p>
      {perPartner.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {perPartner
                .toSorted((a, b) => b.total - a.total)
                .slice(0, shown)
                .map((partner) => {
                  const figures = hoursFigures(partner, partner.organisationId);
                  return (
                    <tr key={partner.organisationId}>
                      <th scope="row">{partner.name ?? t('unknown')}</th>
                      {[figures.entered, figures.total, figures.missing].map((figure, column) => (
                        <td key={head[column + 1]}>
                          <FigureLink figure={figure} year={year} />
                        </td>
                      ))}
                    </tr>
                  );
                })}
            </tbody>
          </table>
          {perPartner.length > shown && (
            <Button variant="default" mt="sm" onClick={() => setShown(perPartner.length)}>
              {t('show-all', { count: perPartner.length })}
            </Button>
          )}
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() =>
              downloadCsv(`${t('hours')} ${year}.csv`, [
                head,
                ...perPartner.map((partner) => [
                  partner.name ?? '',
                  partner.activities,
                  sayNumber(partner.total, language),
                  partner.missing,
                ]),
              ])
            }
          >
            {t('download')}
          </Button>
        </div>
      )}
    </section>
  );
}
