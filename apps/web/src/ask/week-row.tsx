import { useTranslation } from 'react-i18next';
import { sayDay, sayPeriod } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { weekNumberOf } from './school-days.js';
import { cellOf, parts, type Week } from './weeks.js';
import styles from './week-grid.module.css';

interface WeekRowProps {
  readonly week: Week;
  readonly chosen: readonly string[];
  /** Left out where the school is closed all week. */
  readonly onToggle?: (cell: string) => void;
}

/** One week: its dates, which days the school is closed, and its mornings and afternoons to choose. */
export function WeekRow({ week, chosen, onToggle }: WeekRowProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const { monday, friday, open } = week;
  const dates = sayPeriod(monday, friday, language);
  const closed = useClosed()(week);
  return (
    <div className={styles.week} data-closed={!onToggle}>
      <span className={styles.dates}>
        <span className={styles.number}>{t('weeks.number', { number: weekNumberOf(monday) })}</span>{' '}
        <span>{dates}</span>
        {closed && <small>{closed}</small>}
      </span>
      {onToggle &&
        parts.map((part) => {
          const cell = cellOf(monday, part);
          const isChosen = chosen.includes(cell);
          return (
            <button
              key={part}
              type="button"
              className={styles.cell}
              disabled={open[part] === 0}
              aria-pressed={isChosen}
              aria-label={[
                t(`weeks.cell.${part}`, { week: weekNumberOf(monday), dates }),
                ...(closed ? [closed] : []),
              ].join(', ')}
              onClick={() => onToggle(cell)}
            >
              <span aria-hidden>{isChosen ? '✓' : t(`weeks.short.${part}`)}</span>
            </button>
          );
        })}
    </div>
  );
}

/** "kerstvakantie", "studiedag vr 12 mrt". */
function useClosed(): (week: Week) => string {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  return ({ closed }) =>
    closed
      .map(({ why, name, days }) => {
        const what = (typeof name === 'object' ? name[language] : name) ?? t(`closed.${why}`);
        return days.length > 2 ? what : `${what} (${days.map((day) => sayDay(day, language)).join(', ')})`;
      })
      .join(', ');
}
