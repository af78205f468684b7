import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardRequestsQuery, callsQuery } from '../api/board.js';
import { useToday } from '../api/now.js';
import type { Report } from '../api/report-views.js';
import { reportQuery } from '../api/reports.js';
import type { Request } from '../api/requests.js';
import { CallDialog } from '../board/call-dialog.js';
import { Answered } from '../parts/answered.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { RegionChooser, useChosenRegion } from '../region/chosen-region.js';
import { sayDay } from '../say/dates.js';
import { schoolYearOf } from '../say/school-year.js';
import { useLanguage } from '../words/use-language.js';
import { HeatTable, type Cell } from './heat-table.js';
import styles from './unmet.module.css';

/** What is asked and not answered: where, about what, when; and calling partners for it. */
export function UnmetScreen() {
  const { t } = useTranslation('coordinator');
  const region = useChosenRegion();
  const { from, to, id } = schoolYearOf(useToday());
  const report = useQuery(reportQuery({ region: region.id, from, to }));
  const [cell, setCell] = useState<Cell>();
  return (
    <Page title={t('unmet')} intro={t('unmet.what')} wide>
      <RegionChooser of={region} />
      <Answered query={report} skeleton={<RowsSkeleton rows={8} />}>
        {(found) => (
          <>
            <HeatTable cells={found.unmetDemand.cells} name={id} chosen={cell} onChoose={setCell} />
            {cell && <Behind report={found} cell={cell} region={region.id} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

interface BehindProps {
  readonly report: Report;
  readonly cell: Cell;
  readonly region: string;
}

const unanswered = ['open', 'needs-info', 'partly-met', 'unmet', 'expired'];

function Behind({ report, cell, region }: BehindProps) {
  const { t } = useTranslation('coordinator');
  const requests = useQuery(boardRequestsQuery(region));
  const schools = new Map(report.locations.all.map((school) => [school.id, school]));
  const isThere = (request: Request) =>
    (schools.get(request.schoolLocationId)?.municipality ?? 'unknown') === cell.area;
  return (
    <section aria-live="polite">
      <h2>{t('unmet.behind')}</h2>
      <Answered query={requests} skeleton={<RowsSkeleton rows={3} />}>
        {(found) => {
          const theirs = found.filter(
            (request) =>
              unanswered.includes(request.state) &&
              request.themes.some((theme) => theme.split('/')[0] === cell.theme) &&
              isThere(request) &&
              wantsDay(request, cell.weekday),
          );
          return theirs.length === 0 ? (
            <Notice tone="sky" title={t('unmet.gone')} />
          ) : (
            <ul className={styles.behind}>
              {theirs.map((request) => (
                <li key={request.id}>
                  <Wanting
                    request={request}
                    school={schools.get(request.schoolLocationId)?.name ?? '…'}
                    region={region}
                  />
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </section>
  );
}

function wantsDay({ windows }: Request, weekday: string): boolean {
  if (weekday === 'all') return true;
  return windows.some(({ weekdays = [] }) =>
    weekday === 'any' ? weekdays.length === 0 : (weekdays as readonly string[]).includes(weekday),
  );
}

interface WantingProps {
  readonly request: Request;
  readonly school: string;
  readonly region: string;
}

function Wanting({ request, school, region }: WantingProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const calls = useQuery(callsQuery(region)).data?.items ?? [];
  const call = calls.find(({ requestId, state }) => requestId === request.id && state === 'open');
  const [calling, setCalling] = useState(false);
  return (
    <div className={styles.wanting}>
      <div>
        <Link to="/bord" search={{ request: request.id }}>
          {school}
        </Link>
        <span>
          {request.groups.map(({ name }) => name).join(', ')} · {request.title}
        </span>
      </div>
      {call ? (
        <span>
          {t('unmet.called', { count: call.organisationIds.length, day: sayDay(call.answerBy, language) })}
        </span>
      ) : (
        <Button variant="default" onClick={() => setCalling(true)}>
          {t('call.open')}
        </Button>
      )}
      {calling && <CallDialog requestId={request.id} school={school} onClose={() => setCalling(false)} />}
    </div>
  );
}
