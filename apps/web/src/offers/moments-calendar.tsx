import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import list from '@fullcalendar/react/list';
import nl from '@fullcalendar/react/locales/nl';
import '@fullcalendar/react/skeleton.css';
import classic from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/themes/classic/palette.css';
import '@fullcalendar/react/themes/classic/theme.css';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { useLanguage } from '../words/use-language.js';
import { onClock } from './clock.js';
import { stateOf, type Moment } from './moment.js';
import styles from './calendar.module.css';

const coloursOf = {
  free: { color: 'var(--bridge)', contrastColor: 'var(--on-filled)' },
  blocked: { color: 'var(--quiet)', contrastColor: 'var(--on-filled)' },
  over: { color: 'var(--quiet)', contrastColor: 'var(--on-filled)' },
  appointment: { color: 'var(--meadow)', contrastColor: 'var(--on-filled)' },
} as const;

interface MomentsCalendarProps {
  readonly moments: readonly Moment[];
  readonly closedOn: readonly string[];
  readonly onDay: (date: string) => void;
  readonly onMoment: (id: string) => void;
}

/** A month at once; on a phone the days of it that have something. */
export function MomentsCalendar({ moments, closedOn, onDay, onMoment }: MomentsCalendarProps) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const today = useToday();
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [next] = moments.filter(({ start }) => onClock(start) >= today);
  return (
    <section className={styles.calendar} aria-label={t('calendar')}>
      <p className={styles.legend}>
        {(['free', 'blocked', 'appointment'] as const).map((state) => (
          <span key={state} data-state={state}>
            {t(`calendar.${state}`)}
          </span>
        ))}
      </p>
      <FullCalendar
        key={isNarrow ? 'narrow' : 'wide'}
        plugins={[classic, dayGrid, list, interaction]}
        initialView={isNarrow ? 'listMonth' : 'dayGridMonth'}
        initialDate={next ? onClock(next.start) : today}
        now={today}
        locales={[nl]}
        locale={language === 'nl' ? 'nl' : 'en-GB'}
        firstDay={1}
        timeZone="UTC"
        height={isNarrow ? 'auto' : 640}
        expandRows
        dayMaxEvents={4}
        eventDisplay="block"
        displayEventEnd={false}
        eventInteractive
        headerToolbar={{ start: 'title', center: '', end: 'prev,next' }}
        events={[
          ...moments.map((moment) => ({
            id: moment.id,
            start: onClock(moment.start),
            end: onClock(moment.end),
            title: t(`calendar.${stateOf(moment)}`),
            ...coloursOf[stateOf(moment)],
          })),
          ...closedOn.map((date) => ({
            start: date,
            allDay: true,
            display: 'background' as const,
            title: t('calendar.closed'),
          })),
        ]}
        eventClick={({ event }) => event.id && onMoment(event.id)}
        dateClick={({ dateStr }) => onDay(dateStr.slice(0, 10))}
      />
    </section>
  );
}
