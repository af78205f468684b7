import '@mantine/dates/styles.layer.css';
import { NativeSelect } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { sayLongDay, saySpan } from '../say/dates.js';
import { withOffset } from '../say/offsets.js';
import { useLanguage } from '../words/use-language.js';
import { daysIn, startsOn } from './times.js';
import 'dayjs/locale/nl';
import styles from './appointment.module.css';

interface Span {
  readonly start: string;
  readonly end: string;
}

interface TimePickerProps {
  readonly allowed: readonly Span[];
  readonly minutes: number;
  /** The local day that was asked: the calendar opens there. */
  readonly near?: string | undefined;
  /** `2027-01-12T09:00`, or empty. */
  readonly value: string;
  readonly onChange: (start: string) => void;
  readonly error?: ReactNode;
  /** Days on which the school is closed, as far as they are known. */
  readonly closed: { has(day: string): boolean };
}

/** A day on a small calendar and a time on it, of those that both sides can. */
export function TimePicker({ allowed, minutes, near = '', value, onChange, error, closed }: TimePickerProps) {
  const { t } = useTranslation('appointments');
  const language = useLanguage();
  const today = useToday();
  const days = daysIn(allowed, today).filter((each) => !closed.has(each));
  const [first = today] = days;
  const [day = days.length === 1 ? first : (days.find((each) => each === near) ?? ''), time = ''] = value
    ? value.split('T')
    : [];
  const starts = day ? startsOn(day, allowed, minutes) : [];
  const choose = (chosen: string | null) => {
    if (!chosen) return;
    const kept = startsOn(chosen, allowed, minutes);
    onChange(`${chosen}T${kept.includes(time) ? time : (kept[0] ?? '')}`);
  };
  const start = day && time ? withOffset(`${day}T${time}`) : '';
  if (days.length === 0) return <p>{t('time.none')}</p>;
  return (
    <div className={styles.picker}>
      {days.length > 1 ? (
        <DatePicker
          size="md"
          locale={language}
          firstDayOfWeek={1}
          defaultDate={day || (near > first ? near : first)}
          minDate={first}
          maxDate={days.at(-1) ?? first}
          value={day || null}
          onChange={choose}
          excludeDate={(date) => !days.includes(date)}
          ariaLabels={{ nextMonth: t('time.next-month'), previousMonth: t('time.previous-month') }}
          maxLevel="month"
        />
      ) : (
        <p className={styles.onlyDay}>{sayLongDay(first, language)}</p>
      )}
      <div>
        {day ? (
          <NativeSelect
            label={t('time.start')}
            value={time}
            error={error}
            onChange={({ currentTarget }) => onChange(`${day}T${currentTarget.value}`)}
            data={[
              ...(starts.includes(time) ? [] : [{ value: '', label: t('time.choose') }]),
              ...starts.map((at) => ({ value: at, label: at })),
            ]}
          />
        ) : (
          <p role={error ? 'alert' : undefined}>{error ?? t('time.choose-day')}</p>
        )}
        {start && (
          <p role="status" className={styles.chosenTime}>
            {saySpan(start, new Date(Date.parse(start) + minutes * 60_000).toISOString(), language)}
          </p>
        )}
      </div>
    </div>
  );
}
