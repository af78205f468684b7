import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import type { Reach, Report } from '../api/report-views.js';
import { downloadCsv } from '../parts/csv.js';
import { localeOf } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import { FigureLink } from './figure.js';
import type { RowKey } from './search.js';
import { reachFigures } from './shown.js';
import styles from './figures.module.css';

const Bars = lazy(async () => ({ default: (await import('../parts/bars.js')).Bars }));

const views = ['municipality', 'sector', 'root', 'kind', 'month'] as const;
type View = (typeof views)[number] & RowKey;

/** The same reach seen from several sides, as bars with their table. */
export function ReachTables({ report, year }: { readonly report: Report; readonly year: string }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const taxonomy = useQuery(taxonomyQuery).data;
  const [view, setView] = useState<View>('municipality');
  const lines: Readonly<Record<View, readonly Reach[]>> = {
    municipality: report.perMunicipality,
    sector: report.perSector,
    root: report.perRootTheme,
    kind: report.perKind,
    month: report.perMonth,
  };
  const labels = {
    municipality: [],
    month: [],
    sector: taxonomy?.sectors,
    root: taxonomy?.themes,
    kind: taxonomy?.activityKinds,
  } as const;
  const nameOf = (key: string) => {
    if (key === 'unknown') return t('unknown');
    if (view === 'month')
      return new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric' }).format(
        new Date(`${key}-15T12:00:00Z`),
      );
    return labels[view]?.find(({ id }) => id === key)?.label[language] ?? key;
  };
  const rows = lines[view].map((line) => ({
    key: line.key,
    name: nameOf(line.key),
    figures: reachFigures(view, line),
  }));
  const columns = {
    held: t('held-column'),
    counted: t('counted-column'),
    toBeCounted: t('to-be-counted-column'),
    planned: t('planned-column'),
  };
  const columnIds = Object.keys(columns) as (keyof typeof columns)[];
  const head = [t(`view.${view}`), ...Object.values(columns)];
  return (
    <section id="aantallen">
      <h2>{t('reach')}</h2>
      <SegmentedControl
        aria-label={t('view')}
        className={`${styles.views} not-printed`}
        value={view}
        onChange={(chosen) => setView(chosen)}
        data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
      />
      <div className={styles.two}>
        <Suspense fallback={<div className={styles.barsSpace} />}>
          <Bars
            rows={rows.map(({ name, figures }) => ({ name, value: figures.held.value }))}
            label={t('reach')}
          />
        </Suspense>
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
              {rows.map(({ key, name, figures }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {columnIds.map((column) => (
                    <td key={column}>
                      <FigureLink figure={figures[column]} year={year} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() =>
              downloadCsv(`${t(`view.${view}`)} ${year}.csv`, [
                head,
                ...rows.map(({ name, figures }) => [
                  name,
                  ...columnIds.map((column) => figures[column].value),
                ]),
              ])
            }
          >
            {t('download')}
          </Button>
        </div>
      </div>
    </section>
  );
}
