import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { roundsQuery } from '../api/rounds.js';
import { sayWhen } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './board.module.css';

/** The round that is open now, and until when. */
export function RoundLine({ region }: { readonly region: string }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const today = useToday();
  const rounds = useQuery(roundsQuery(region)).data?.items ?? [];
  const now = rounds.find(({ opensOn, answerBy }) => opensOn <= today && today <= answerBy);
  return (
    <p className={styles.round}>
      {now && (
        <>
          <Link to="/rondes/$roundId" params={{ roundId: now.id }}>
            {now.name}
          </Link>{' '}
          {now.closesOn >= today
            ? t('round.closes', { when: sayWhen(now.closesOn, today, language) })
            : t('round.answers', { when: sayWhen(now.answerBy, today, language) })}
        </>
      )}
    </p>
  );
}
