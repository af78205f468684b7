import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import type { DemandCell } from '../api/report-views.js';
import type { DemandSearch } from '../figures/search.js';
import { downloadCsv } from '../parts/csv.js';
import { Empty } from '../parts/empty.js';
import { sayWeekday } from '../say/wish.js';
import { useLanguage } from '../words/use-language.js';
import { heatOf, strengthOf } from './heat.js';
import styles from './unmet.module.css';

export interface Cell {
  readonly theme: string;
  readonly area: string;
  readonly weekday: string;
}

interface HeatTableProps {
  readonly cells: readonly DemandCell[];
  /** Of the file. */
  readonly name: string;
  readonly chosen?: Cell | undefined;
  readonly onChoose?: (cell: Cell) => void;
  /** Where what is behind a cell stands. */
  readonly rowsOf?: (cell: Cell) => DemandSearch;
}

const weekdays = ['all', 'mon', 'tue', 'wed', 'thu', 'fri', 'any'] as const;

/** Theme by municipality, for one weekday or all: the darker, the more is asked and not answered. */
export function HeatTable({ cells, name, chosen, onChoose, rowsOf }: HeatTableProps) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const captionId = useId();
  const taxonomy = useQuery(taxonomyQuery).data;
  const [weekday, setWeekday] = useState<(typeof weekdays)[number]>('all');
  const { themes, areas, counts, most } = heatOf(cells, weekday);
  const themeOf = (id: string) => taxonomy?.themes.find((each) => each.id === id)?.label[language] ?? id;
  const areaOf = (id: string) => (id === 'unknown' ? t('unknown') : id);
  const dayOf = (day: (typeof weekdays)[number]) =>
    day === 'all' || day === 'any' ? t(`heat.${day}`) : sayWeekday(day, language);
  if (cells.length === 0) return <Empty title={t('heat.none')}>{t('heat.none.what')}</Empty>;
  return (
    <div>
      <div className={`${styles.tools} not-printed`}>
        <NativeSelect
          label={t('heat.weekday')}
          value={weekday}
          onChange={({ currentTarget }) => setWeekday(currentTarget.value as (typeof weekdays)[number])}
          data={weekdays.map((day) => ({ value: day, label: dayOf(day) }))}
        />
        <Button
          variant="subtle"
          onClick={() =>
            downloadCsv(`${t('demand')} ${name} ${dayOf(weekday)}.csv`, [
              [t('heat.theme'), ...areas.map(areaOf)],
              ...themes.map((theme) => [
                themeOf(theme),
                ...areas.map((area) => counts.get(`${theme}|${area}`) ?? 0),
              ]),
            ])
          }
        >
          {t('download')}
        </Button>
      </div>
      <p id={captionId} className={styles.caption}>
        {t('heat.caption')}
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('demand')}>
        <table className={styles.heat} aria-describedby={captionId}>
          <thead>
            <tr>
              <th scope="col">{t('heat.theme')}</th>
              {areas.map((area) => (
                <th key={area} scope="col">
                  {areaOf(area)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {themes.map((theme) => (
              <tr key={theme}>
                <th scope="row">{themeOf(theme)}</th>
                {areas.map((area) => {
                  const count = counts.get(`${theme}|${area}`) ?? 0;
                  const isChosen =
                    chosen?.theme === theme && chosen.area === area && chosen.weekday === weekday;
                  return (
                    <td key={area} data-strength={strengthOf(count, most)}>
                      {count > 0 && rowsOf ? (
                        <Link
                          to="/cijfers/aanvragen"
                          search={rowsOf({ theme, area, weekday })}
                          aria-label={`${themeOf(theme)}, ${areaOf(area)}: ${count}`}
                        >
                          {count}
                        </Link>
                      ) : count > 0 && onChoose ? (
                        <button
                          type="button"
                          aria-pressed={isChosen}
                          aria-label={`${themeOf(theme)}, ${areaOf(area)}: ${count}`}
                          onClick={() => onChoose({ theme, area, weekday })}
                        >
                          {count}
                        </button>
                      ) : (
                        count || ''
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
