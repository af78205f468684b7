import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import type { Activity } from '../api/report-views.js';
import { activitiesQuery } from '../api/reports.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { useChosenRegion } from '../region/chosen-region.js';
import { sayDay } from '../say/dates.js';
import { sayList, sayNumber } from '../say/language.js';
import { schoolYearNamed } from '../say/school-year.js';
import { useLanguage } from '../words/use-language.js';
import { rowsBehind, sumsOf } from './rows.js';
import { RowsTable } from './rows-table.js';
import type { RowsSearch } from './search.js';

/** The activities that a figure is a sum over. */
export function RowsScreen({ search }: { readonly search: RowsSearch }) {
  const { t } = useTranslation('reader');
  const region = useChosenRegion();
  const year = schoolYearNamed(search.year, useToday());
  const period = { region: region.id, from: year.from, to: year.to };
  const activities = useQuery(activitiesQuery(period));
  return (
    <Page title={t('rows')} intro={`${region.name} · ${year.id.replace('-', '–')}`} wide>
      <p className="not-printed">
        <LinkButton variant="subtle" to="/cijfers" search={{ year: year.id }}>
          {t('rows.back')}
        </LinkButton>
      </p>
      <Answered query={activities} skeleton={<RowsSkeleton rows={10} />}>
        {(items) => {
          const rows = rowsBehind(items, search);
          return rows.length === 0 ? (
            <Empty title={t('rows.none')}>{t('rows.none.what')}</Empty>
          ) : (
            <Rows rows={rows} name={[search.is, search.only, year.id].filter(Boolean).join(' ')} />
          );
        }}
      </Answered>
    </Page>
  );
}

function Rows({ rows, name }: { readonly rows: readonly Activity[]; readonly name: string }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const { pupils, hours } = sumsOf(rows);
  const said = (['counted', 'expected', 'missed'] as const)
    .filter((which) => pupils[which] > 0)
    .map((which) =>
      t(`rows.pupils.${which}`, { count: pupils[which], pupils: sayNumber(pupils[which], language) }),
    );
  const together = [...said, ...(hours > 0 ? [t('rows.hours', { hours: sayNumber(hours, language) })] : [])];
  return (
    <RowsTable
      label={t('rows')}
      name={name}
      sentence={`${[t('rows.sum', { count: rows.length }), ...(together.length > 0 ? [sayList(together, language)] : [])].join(': ')}.`}
      head={[
        t('row.date'),
        t('school'),
        t('municipality'),
        t('partner'),
        t('pupils-column'),
        t('hours-column'),
        t('row.status'),
      ]}
      rows={rows.map((row) => ({
        key: row.matchId,
        cells: [
          // A day stays on one line.
          sayDay(row.date, language, true).replaceAll(' ', '\u00a0'),
          row.location ?? t('unknown'),
          row.municipality ?? t('unknown'),
          row.partner ?? t('unknown'),
          sayNumber(row.pupils, language),
          row.hours === null ? '–' : sayNumber(row.hours, language),
          t(`status.${row.status}`),
        ],
        file: [
          row.date,
          row.location ?? '',
          row.municipality ?? '',
          row.partner ?? '',
          row.pupils,
          row.hours === null ? '' : sayNumber(row.hours, language),
          t(`status.${row.status}`),
        ],
      }))}
    />
  );
}
