import { Button, Collapse } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import type { Round } from '../api/rounds.js';
import { downloadCsv } from '../parts/csv.js';
import { sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import { sharesOf } from './result.js';
import styles from './rounds.module.css';

const Bars = lazy(async () => ({ default: (await import('../parts/bars.js')).Bars }));

/** The certificate of the plan and how it is shared: in sentences first, then as bars with their table. */
export function HowReckoned({ round }: { readonly round: Round }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const taxonomy = useQuery(taxonomyQuery).data;
  const [open, setOpen] = useState(false);
  const { plan } = round;
  if (!plan) return null;
  const {
    certificate,
    fairness,
    fairnessCostPercent,
    firstComeFirstServed: first,
    milliseconds,
    slots,
  } = plan;
  const sectorOf = (id: string) => taxonomy?.sectors.find((each) => each.id === id)?.label[language] ?? id;
  const shares = sharesOf(round).map((share) => ({ ...share, name: sectorOf(share.sector) }));
  return (
    <section className={styles.how}>
      <Button variant="default" aria-expanded={open} aria-controls="how" onClick={() => setOpen(!open)}>
        {t('how')}
      </Button>
      <Collapse expanded={open} id="how">
        <ul className={styles.sentences}>
          {certificate && <li>{certificate.sentence[language]}</li>}
          <li>
            {t('how.weighed', {
              requests: sayNumber(plan.requests ?? 0, language),
              slots: sayNumber(slots ?? 0, language),
              seconds: sayNumber(Math.max(1, Math.round((milliseconds ?? 0) / 1000)), language),
              count: Math.max(1, Math.round((milliseconds ?? 0) / 1000)),
            })}
          </li>
          {first && (
            <li>{t('how.first', { count: first.served, served: sayNumber(first.served, language) })}</li>
          )}
          {fairnessCostPercent !== undefined && (
            <li>
              {t('how.fair-cost', {
                percent: sayNumber(Math.round(fairnessCostPercent * 10) / 10, language),
              })}
            </li>
          )}
          {fairness && (
            <li>
              {t('how.worst', {
                before: Math.round(fairness.before.worstServedShare * 100),
                after: Math.round(fairness.after.worstServedShare * 100),
              })}{' '}
              {t('how.worst.what')}
            </li>
          )}
        </ul>
        {shares.length > 0 && open && (
          <div className={styles.shares}>
            <h2>{t('how.shares')}</h2>
            <Suspense fallback={<div className={styles.barsSpace} />}>
              <Bars
                rows={shares.map(({ name, percent }) => ({ name, value: percent }))}
                unit="%"
                label={t('how.shares')}
              />
            </Suspense>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('how.sector')}</th>
                  <th scope="col">{t('how.asked')}</th>
                  <th scope="col">{t('how.served')}</th>
                  <th scope="col">{t('how.share')}</th>
                </tr>
              </thead>
              <tbody>
                {shares.map(({ sector, name, asked, served, percent }) => (
                  <tr key={sector}>
                    <th scope="row">{name}</th>
                    <td>{sayNumber(asked, language)}</td>
                    <td>{sayNumber(served, language)}</td>
                    <td>{percent} %</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Button
              variant="default"
              onClick={() =>
                downloadCsv(`${round.name}.csv`, [
                  [t('how.sector'), t('how.asked'), t('how.served'), t('how.share')],
                  ...shares.map(({ name, asked, served, percent }) => [name, asked, served, `${percent}%`]),
                ])
              }
            >
              {t('download')}
            </Button>
          </div>
        )}
      </Collapse>
    </section>
  );
}
