import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { reportQuery, type Report } from '../api/reports.js';
import { Answered } from '../parts/answered.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { RegionChooser, useChosenRegion } from '../region/chosen-region.js';
import { sayNumber } from '../say/language.js';
import { schoolYearNamed } from '../say/school-year.js';
import { useLanguage } from '../words/use-language.js';
import { Coverage } from './coverage.js';
import { Demand } from './demand.js';
import { DownloadAll } from './download-all.js';
import { Figure } from './figure.js';
import { Hours } from './hours.js';
import { ReachTables } from './reach-tables.js';
import { Satisfied } from './satisfied.js';
import type { FiguresSearch } from './search.js';
import { YearChooser } from './year-chooser.js';
import styles from './figures.module.css';

/** What the region reached in a school year: who got nothing first; each figure leads to its rows. */
export function FiguresScreen({ search }: { readonly search: FiguresSearch }) {
  const { t } = useTranslation('reader');
  const navigate = useNavigate();
  const region = useChosenRegion();
  const year = schoolYearNamed(search.year, useToday());
  const period = { region: region.id, from: year.from, to: year.to };
  const report = useQuery({ ...reportQuery(period), placeholderData: keepPreviousData });
  return (
    <Page
      title={t('figures')}
      intro={region.name}
      wide
      action={
        <div className={`${styles.tools} not-printed`}>
          <RegionChooser of={region} />
          <YearChooser
            year={year.id}
            onChoose={(id) => void navigate({ to: '/cijfers', search: { year: id } })}
          />
          <DownloadAll period={period} />
        </div>
      }
    >
      <Answered query={report} skeleton={<RowsSkeleton rows={8} />}>
        {(found) => <Shown report={found} year={year.id} />}
      </Answered>
    </Page>
  );
}

function Shown({ report, year }: { readonly report: Report; readonly year: string }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const { counted, toBeCounted, planned } = report.reach;
  const pupils = (count: number) => t('pupils', { count, pupils: sayNumber(count, language) });
  return (
    <>
      <ul className={styles.figures}>
        <Figure
          value={counted.activities}
          label={t('counted', { count: counted.activities })}
          more={pupils(counted.pupils)}
          search={{ year, by: 'status', is: 'counted' }}
        />
        <Figure
          value={toBeCounted.activities}
          label={t('to-be-counted', { count: toBeCounted.activities })}
          more={pupils(toBeCounted.pupils)}
          search={{ year, by: 'status', is: 'to-be-counted' }}
        />
        <Figure
          value={planned.activities}
          label={t('planned', { count: planned.activities })}
          more={pupils(planned.pupils)}
          search={{ year, by: 'status', is: 'planned' }}
        />
        <Figure
          value={report.endings.noShows.activities}
          label={t('no-show', { count: report.endings.noShows.activities })}
          more={t('cancelled', { count: report.endings.cancelled.activities })}
          moreSearch={{ year, by: 'status', is: 'cancelled' }}
          search={{ year, by: 'status', is: 'no-show' }}
        />
      </ul>
      <Coverage report={report} year={year} />
      <ReachTables report={report} year={year} />
      <Hours report={report} year={year} />
      <Satisfied report={report} year={year} />
      <Demand report={report} year={year} />
    </>
  );
}
