import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { historyQuery, type MatchStep } from '../api/matches.js';
import { Answered } from '../parts/answered.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { sayDay, saySpan, sayTime } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './appointment.module.css';

interface HistoryProps {
  readonly matchId: string;
  readonly names: { readonly school: string; readonly partner: string };
}

/** All that happened, oldest first; asked for when somebody looks. */
export function History({ matchId, names }: HistoryProps) {
  const { t } = useTranslation('appointments');
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.history} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('history')}</summary>
      {open && <Trail matchId={matchId} names={names} />}
    </details>
  );
}

function Trail({ matchId, names }: HistoryProps) {
  const trail = useQuery(historyQuery(matchId));
  return (
    <Answered query={trail} skeleton={<RowsSkeleton rows={3} />}>
      {({ items }) => (
        <ol className={styles.trail}>
          {items.map((step, place) => (
            <Line key={place} step={step} names={names} />
          ))}
        </ol>
      )}
    </Answered>
  );
}

function Line({ step, names }: { readonly step: MatchStep; readonly names: HistoryProps['names'] }) {
  const { t, i18n } = useTranslation('appointments');
  const language = useLanguage();
  const { at, what, side, how, reason, time, changed } = step;
  const key = changed && changed !== 'time' ? `trail.${what}.${changed}` : `trail.${what}`;
  const said = i18n.exists(`appointments:${key}`) ? t(key as 'trail.asked') : what;
  return (
    <li>
      <span className={styles.at}>
        {sayDay(at, language)}, {sayTime(at, language)}
      </span>
      <span>
        {side ? `${names[side]}: ${said}` : said}
        {time && `, ${saySpan(time.start, time.end, language)}`}
        {how && ` (${how})`}
        {reason && <span className={styles.typed}>“{reason}”</span>}
      </span>
    </li>
  );
}
