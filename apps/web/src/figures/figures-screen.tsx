import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import type { Report } from '../api/report-views.js';
import { reportQuery } from '../api/reports.js';
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
import { Figure, FigureLink } from './figure.js';
import { Hours } from './hours.js';
import { ReachTables } from './reach-tables.js';
import { Satisfied } from './satisfied.js';
import type { FiguresSearch } from './search.js';
import { headFigures } from './shown.js';
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
  const head = headFigures(report);
  const pupils = (count: number) => t('pupils', { count, pupils: sayNumber(count, language) });
  return (
    <>
      <ul className={styles.figures}>
        <Figure
          figure={head.counted}
          year={year}
          label={t('counted', { count: head.counted.value })}
          more={pupils(counted.pupils)}
        />
        <Figure
          figure={head['to-be-counted']}
          year={year}
          label={t('to-be-counted', { count: head['to-be-counted'].value })}
          more={pupils(toBeCounted.pupils)}
        />
        <Figure
          figure={head.planned}
          year={year}
          label={t('planned', { count: head.planned.value })}
          more={pupils(planned.pupils)}
        />
        <Figure
          figure={head['no-show']}
          year={year}
          label={t('no-show', { count: head['no-show'].value })}
          more={
            <FigureLink figure={head.cancelled} year={year}>
              {t('cancelled', { count: head.cancelled.value })}
            </FigureLink>
          }
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
