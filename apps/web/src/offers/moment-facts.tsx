import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moment } from './moment.js';

/** What is in a moment: appointments, what was given away elsewhere, what is left. */
export function MomentFacts({ moment }: { readonly moment: Moment }) {
  const { t } = useTranslation('partner');
  const { groups, free, blocked, promised, isOver, matchIds } = moment;
  const words = [
    ...(promised > 0 ? [t('moment.promised', { count: promised })] : []),
    ...(blocked > 0 ? [groups > 1 ? t('moment.blocked.of', { count: blocked }) : t('moment.blocked')] : []),
    ...(free > 0 ? [t('moment.free', { count: free })] : []),
    ...(isOver ? [t('calendar.over')] : []),
  ];
  return (
    <>
      {words.join(' · ')}
      {matchIds.map((matchId) => (
        <Fragment key={matchId}>
          {' '}
          <Link to="/afspraken/$matchId" params={{ matchId }}>
            {t('moment.has-appointment')}
          </Link>
        </Fragment>
      ))}
    </>
  );
}
