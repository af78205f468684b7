import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Match } from '../api/matches.js';
import type { Me } from '../api/me.js';
import { KindDrawing } from '../look/drawings/kinds.js';
import { sayDay, saySpans } from '../say/dates.js';
import { sayList } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import { isEnded, isOver, isToCount, sideOf, spansOf, turnOf } from './story.js';
import { useNextMove } from './use-names.js';
import styles from './appointment.module.css';

/** One appointment in a list: when, what, with whom, who has the next move. */
export function AppointmentLine({ match, me }: { readonly match: Match; readonly me: Me | null }) {
  const { t } = useTranslation('appointments');
  const language = useLanguage();
  const nextMove = useNextMove();
  const side = sideOf(me, match);
  const { id, kind, title, groups, exact, names } = match;
  const isYours = turnOf(match, side) === 'you' || isToCount(match, me);
  const days = (withYear: boolean) =>
    sayList(
      spansOf(match).map(({ start }) => sayDay(start, language, withYear)),
      language,
    );
  const withWhom = [
    ...(side === 'school' ? [] : [names?.school ?? t('side.school')]),
    ...(side === 'partner' ? [] : [names?.partner ?? t('side.partner')]),
  ];
  return (
    <li className={styles.line}>
      <KindDrawing kind={kind} size={44} />
      <div>
        <p className={styles.when}>
          {isEnded(match) || isOver(match)
            ? days(true)
            : exact
              ? saySpans(spansOf(match), language)
              : t('list.not-exact', { day: days(false) })}
        </p>
        <h3 className={styles.title}>
          <Link to="/afspraken/$matchId" params={{ matchId: id }}>
            {title}
          </Link>
        </h3>
        <p className={styles.with}>
          {[
            ...withWhom,
            sayList(
              groups.map(({ name }) => name),
              language,
            ),
          ].join(' · ')}
        </p>
      </div>
      <p className={styles.next}>
        {isYours && <strong className={styles.you}>{t('your-turn')}</strong>} {nextMove(match, side)}
      </p>
    </li>
  );
}
