import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { cancelPlan, planRound, roundQuery, type Round } from '../api/rounds.js';
import { Answered } from '../parts/answered.js';
import { Failure } from '../parts/failure.js';
import { LinkButton } from '../parts/link-button.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { sayDay, sayPeriod } from '../say/dates.js';
import { sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import { HowReckoned } from './how-reckoned.js';
import { RoundLines } from './round-lines.js';
import { resultOf } from './result.js';
import styles from './rounds.module.css';

/** One round: its days, its plan in one sentence, and what is behind it. */
export function RoundScreen({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const round = useQuery(roundQuery(roundId));
  const plan = useCommand(planRound, { changes: ['rounds'] });
  const stop = useCommand(cancelPlan, { changes: ['rounds'] });
  const { data } = round;
  const phase = data?.plan?.phase;
  const error = plan.error ?? stop.error;
  return (
    <Page
      title={data?.name ?? t('rounds')}
      intro={
        data &&
        `${sayPeriod(data.opensOn, data.closesOn, language)} · ${t('rounds.answer-by', { day: sayDay(data.answerBy, language) })}`
      }
      wide
      action={
        phase !== 'planning' && (
          <Button
            variant={phase === 'planned' ? 'default' : 'filled'}
            loading={plan.isPending}
            onClick={() => plan.mutate(roundId)}
          >
            {t(phase === 'planned' ? 'plan.again' : 'plan.make')}
          </Button>
        )
      }
    >
      {error && <Failure error={error} now />}
      <Answered query={round} skeleton={<RowsSkeleton rows={6} />}>
        {(found) => (
          <>
            {found.plan === null && <Notice tone="sky" title={t('plan.none')} />}
            {phase === 'planning' && (
              <Planning round={found} isStopping={stop.isPending} onStop={() => stop.mutate(roundId)} />
            )}
            {phase === 'cancelled' && <Notice tone="sky" title={t('plan.cancelled')} />}
            {phase === 'failed' && <Notice tone="brick" title={t('plan.failed')} />}
            {phase === 'planned' && <Planned round={found} />}
          </>
        )}
      </Answered>
      <p className={styles.back}>
        <LinkButton variant="subtle" to="/rondes">
          {t('rounds.all')}
        </LinkButton>
      </p>
    </Page>
  );
}

interface PlanningProps {
  readonly round: Round;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

function Planning({ round, isStopping, onStop }: PlanningProps) {
  const { t } = useTranslation('coordinator');
  const share = Math.round((round.plan?.progress?.share ?? 0) * 100);
  return (
    <section className={styles.planning}>
      <p id="planning">{t('plan.busy', { percent: share })}</p>
      <Progress value={share} size="lg" aria-labelledby="planning" />
      <Button variant="default" loading={isStopping} onClick={onStop}>
        {t('plan.stop')}
      </Button>
    </section>
  );
}

function Planned({ round }: { readonly round: Round }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const { served, without, morePercent, schoolsWithNothing } = resultOf(round);
  return (
    <>
      <p className={styles.result} role="status">
        <strong>{t('plan.served', { count: served, served: sayNumber(served, language) })}</strong>{' '}
        {t('plan.without', { count: without, without: sayNumber(without, language) })}{' '}
        {schoolsWithNothing > 0 && t('plan.schools-without', { count: schoolsWithNothing })}{' '}
        {morePercent !== undefined &&
          (morePercent > 0
            ? t('plan.worth', { percent: sayNumber(morePercent, language) })
            : t('plan.worth-none'))}
      </p>
      <HowReckoned round={round} />
      <RoundLines round={round} />
    </>
  );
}
