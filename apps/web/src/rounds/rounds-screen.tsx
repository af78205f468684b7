import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { roundsQuery, type Round } from '../api/rounds.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { RegionChooser, useChosenRegion } from '../region/chosen-region.js';
import { sayDay, sayPeriod } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { OpenRoundDialog } from './open-round-dialog.js';
import styles from './rounds.module.css';

/** The rounds of a region, the latest first, and opening one. */
export function RoundsScreen() {
  const { t } = useTranslation('coordinator');
  const region = useChosenRegion();
  const rounds = useQuery(roundsQuery(region.id));
  const [opening, setOpening] = useState(false);
  const open = <Button onClick={() => setOpening(true)}>{t('rounds.open')}</Button>;
  return (
    <Page title={t('rounds')} intro={t('rounds.what')} action={open}>
      <RegionChooser of={region} />
      <Answered query={rounds} skeleton={<RowsSkeleton rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('rounds.none')} next={open}>
              {t('rounds.none.what')}
            </Empty>
          ) : (
            <ul className={styles.rounds}>
              {items.map((round) => (
                <li key={round.id}>
                  <RoundCard round={round} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {opening && <OpenRoundDialog region={region.id} onClose={() => setOpening(false)} />}
    </Page>
  );
}

function RoundCard({ round }: { readonly round: Round }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const today = useToday();
  const { id, name, opensOn, closesOn, answerBy, plan } = round;
  const phase =
    plan?.phase === 'planned'
      ? t('rounds.planned', { count: plan.served ?? 0 })
      : plan?.phase === 'planning'
        ? t('rounds.planning')
        : today < opensOn
          ? t('rounds.to-come')
          : today <= closesOn
            ? t('rounds.collecting')
            : t('rounds.to-plan');
  return (
    <article className={styles.round}>
      <h2>
        <Link to="/rondes/$roundId" params={{ roundId: id }}>
          {name}
        </Link>
      </h2>
      <p>
        {sayPeriod(opensOn, closesOn, language)} ·{' '}
        {t('rounds.answer-by', { day: sayDay(answerBy, language) })}
      </p>
      <p className={styles.phase}>{phase}</p>
    </article>
  );
}
