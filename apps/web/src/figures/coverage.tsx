import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../api/report-views.js';
import { downloadCsv } from '../parts/csv.js';
import { Notice } from '../parts/notice.js';
import { CoverageMap } from './coverage-map.js';
import { FigureLink } from './figure.js';
import { plannedFigure } from './shown.js';
import styles from './figures.module.css';

const atOnce = 20;

/** Which schools got something, and above all which got nothing. */
export function Coverage({ report, year }: { readonly report: Report; readonly year: string }) {
  const { t } = useTranslation('reader');
  const { participating, reached, notReached, all } = report.locations;
  const [shown, setShown] = useState(atOnce);
  const calm = notReached.toSorted((a, b) => a.planned - b.planned || (a.name < b.name ? -1 : 1));
  return (
    <section id="bereik">
      <h2>{t('coverage')}</h2>
      <p className={styles.sentence}>
        {t('coverage.sentence', { count: participating, reached, participating })}{' '}
        {t('coverage.nothing', { count: notReached.length })}
      </p>
      <div className={styles.coverage}>
        <CoverageMap locations={all} />
        <div>
          {notReached.length === 0 ? (
            <Notice tone="meadow" title={t('coverage.everybody')} />
          ) : (
            <>
              <div className={styles.listTop}>
                <h3>{t('coverage.list')}</h3>
                <Button
                  size="compact-md"
                  variant="subtle"
                  onClick={() =>
                    downloadCsv(`${t('coverage.list')} ${year}.csv`, [
                      [t('school'), 'BRIN6', t('municipality'), t('planned-column')],
                      ...calm.map(({ name, brin6, municipality, planned }) => [
                        name,
                        brin6,
                        municipality ?? '',
                        planned,
                      ]),
                    ])
                  }
                >
                  {t('download')}
                </Button>
              </div>
              <ul className={styles.nothing}>
                {calm.slice(0, shown).map((school) => (
                  <li key={school.id}>
                    {school.name}
                    <span>
                      {school.municipality}
                      {school.planned > 0 && (
                        <>
                          {school.municipality && ' · '}
                          <FigureLink figure={plannedFigure(school)} year={year}>
                            {t('coverage.planned', { count: school.planned })}
                          </FigureLink>
                        </>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
              {calm.length > shown && (
                <Button variant="default" onClick={() => setShown(calm.length)}>
                  {t('show-all', { count: calm.length })}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
    </section>
  );
}
