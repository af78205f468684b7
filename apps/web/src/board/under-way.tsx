import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { historyQuery, matchQuery, type Match } from '../api/matches.js';
import { regionOrganisationsQuery } from '../api/region-names.js';
import { personQuery } from '../api/people.js';
import { Answered } from '../parts/answered.js';
import { Notice } from '../parts/notice.js';
import { PathLink } from '../parts/path-link.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { sayDay, saySpan, sayTime, sayUntil } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { AnswerFor } from './answer-for.js';
import styles from './board.module.css';

type Side = 'school' | 'partner';

/** Somebody decided already: who, what is asked, and whose move it is. */
export function UnderWay({ matchId }: { readonly matchId: string }) {
  const match = useQuery(matchQuery(matchId));
  return (
    <Answered query={match} skeleton={<RowsSkeleton rows={3} />}>
      {(found) => <Asked match={found} />}
    </Answered>
  );
}

function Asked({ match }: { readonly match: Match }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const today = useToday();
  const history = useQuery(historyQuery(match.id)).data?.items ?? [];
  const [first] = history;
  const who = useQuery(personQuery(first?.actor ?? '')).data?.answer.name;
  const organisations = useQuery(regionOrganisationsQuery(match.regionId)).data ?? [];
  const partner = organisations.find(({ id }) => id === match.organisationId)?.name ?? '…';
  const [answering, setAnswering] = useState<Side>();
  const silent = (['school', 'partner'] as const).filter((side) => !match.acceptedBy[side]);
  const [session] = match.sessions;
  const names = { school: t('side.school'), partner };
  return (
    <section className={styles.card}>
      {who && first && (
        <Notice
          tone="sky"
          title={t('under-way.by', {
            who,
            day: sayDay(first.at, language),
            time: sayTime(first.at, language),
          })}
        />
      )}
      <h3 className={styles.offer}>{match.title}</h3>
      <p className={styles.partner}>{partner}</p>
      {session && <p className={styles.facts}>{saySpan(session.start, session.end, language)}</p>}
      <p>
        {match.state === 'asked' && match.answerBy
          ? t('under-way.waits', {
              who: silent.map((side) => names[side]).join(t('under-way.and')),
              day: sayUntil(match.answerBy, today, language),
            })
          : t(`match.${match.state}`)}
      </p>
      <div className={`${styles.decide} not-printed`}>
        {match.state === 'asked' &&
          silent.map((side) => (
            <Button key={side} variant="default" onClick={() => setAnswering(side)}>
              {t('answer-for', { who: names[side] })}
            </Button>
          ))}
        <PathLink href={`/afspraken/${match.id}`}>{t('under-way.open')}</PathLink>
      </div>
      {answering && (
        <AnswerFor
          match={match}
          side={answering}
          who={names[answering]}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </section>
  );
}
