import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import { useToday } from '../api/now.js';
import type { DemandRow } from '../api/report-views.js';
import { demandRowsQuery } from '../api/reports.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { useChosenRegion } from '../region/chosen-region.js';
import { sayList, sayNumber } from '../say/language.js';
import { schoolYearNamed } from '../say/school-year.js';
import { sayWeekday } from '../say/wish.js';
import { useLanguage } from '../words/use-language.js';
import { demandBehind } from './rows.js';
import { RowsTable } from './rows-table.js';
import type { DemandSearch } from './search.js';

/** The requests that a number of the unmet demand counts. */
export function DemandRowsScreen({ search }: { readonly search: DemandSearch }) {
  const { t } = useTranslation('reader');
  const region = useChosenRegion();
  const year = schoolYearNamed(search.year, useToday());
  const rows = useQuery(demandRowsQuery({ region: region.id, from: year.from, to: year.to }));
  return (
    <Page title={t('demand-rows')} intro={`${region.name} · ${year.id.replace('-', '–')}`} wide>
      <p className="not-printed">
        <LinkButton variant="subtle" to="/cijfers" search={{ year: year.id }}>
          {t('rows.back')}
        </LinkButton>
      </p>
      <Answered query={rows} skeleton={<RowsSkeleton rows={10} />}>
        {({ items }) => {
          const found = demandBehind(items, search);
          return found.length === 0 ? (
            <Empty title={t('demand-rows.none')}>{t('demand-rows.none.what')}</Empty>
          ) : (
            <Rows rows={found} name={`${t('demand')} ${year.id}`} />
          );
        }}
      </Answered>
    </Page>
  );
}

function Rows({ rows, name }: { readonly rows: readonly DemandRow[]; readonly name: string }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const themes = useQuery(taxonomyQuery).data?.themes;
  const themeOf = (id: string) => themes?.find((theme) => theme.id === id)?.label[language] ?? id;
  const dayOf = (day: string) => (day === 'any' ? t('heat.any') : sayWeekday(day, language));
  const pupils = rows.reduce((sum, row) => sum + row.pupils, 0);
  return (
    <RowsTable
      label={t('demand-rows')}
      name={name}
      sentence={t('demand-rows.sum', { count: rows.length, pupils: sayNumber(pupils, language) })}
      head={[
        t('school'),
        t('municipality'),
        t('view.root'),
        t('demand-rows.days'),
        t('pupils-column'),
        t('row.status'),
      ]}
      rows={rows.map((row) => ({
        key: row.requestId,
        cells: [
          row.location ?? t('unknown'),
          row.municipality ?? t('unknown'),
          sayList(row.rootThemes.map(themeOf), language),
          sayList(row.weekdays.map(dayOf), language),
          sayNumber(row.pupils, language),
          t(`asked.${row.state}`),
        ],
      }))}
    />
  );
}
