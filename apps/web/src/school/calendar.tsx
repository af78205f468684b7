import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { changeCalendar, holidaysQuery, type SchoolLocation } from '../api/schools.js';
import { schoolYearOf } from '../ask/school-days.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { sayDay } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { bodyOf, calendarOf, type CalendarWords } from './calendar-words.js';
import styles from './school.module.css';

/** Own holidays, study days and hours: what the school knows better than the ministry. */
export function Calendar({ location, tag }: { readonly location: SchoolLocation; readonly tag: string }) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const year = schoolYearOf(useToday());
  const { data: ministry } = useQuery(holidaysQuery(location.holidayRegion, year));
  const state = useCommandForm<CalendarWords, unknown>({
    name: `calendar-${location.id}`,
    initial: calendarOf(location.calendar),
    send: (said) => changeCalendar({ id: location.id, tag, body: bodyOf(said) }),
    changes: ['school-locations', 'requests'],
    onDone: () => toast(t('calendar.saved')),
  });
  const { values, insertListItem, removeListItem, setValues } = state.form;
  const copyMinistry = () =>
    setValues({
      holidays: (ministry?.items ?? []).map(({ name, from, to }) => ({ name: name[language], from, to })),
    });
  return (
    <section className={styles.section}>
      <h2>{t('calendar.title')}</h2>
      <p className={styles.hint}>{t('calendar.about')}</p>
      <CommandForm state={state} submit={t('calendar.save')}>
        <fieldset className={styles.set}>
          <legend>{t('calendar.holidays')}</legend>
          <p className={styles.hint}>
            {values.holidays.length === 0 ? t('calendar.holidays.none') : t('calendar.holidays.own')}
          </p>
          {values.holidays.map((_, place) => (
            <div key={place} className={styles.period}>
              <TextInput
                label={t('calendar.name')}
                maxLength={80}
                {...state.field(`holidays.${place}.name`)}
              />
              <TextInput type="date" label={t('calendar.from')} {...state.field(`holidays.${place}.from`)} />
              <TextInput type="date" label={t('calendar.to')} {...state.field(`holidays.${place}.to`)} />
              <Button
                variant="subtle"
                aria-label={t('calendar.holiday.away', { name: values.holidays[place]?.name ?? '' })}
                onClick={() => removeListItem('holidays', place)}
              >
                {t('take-away')}
              </Button>
            </div>
          ))}
          <div className={styles.buttons}>
            {values.holidays.length === 0 && ministry && (
              <Button variant="default" onClick={copyMinistry}>
                {t('calendar.copy')}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => insertListItem('holidays', { name: '', from: '', to: '' })}
            >
              {t('calendar.holiday.add')}
            </Button>
          </div>
        </fieldset>
        <fieldset className={styles.set}>
          <legend>{t('calendar.study-days')}</legend>
          {values.studyDays.map((day, place) => (
            <div key={place} className={styles.period}>
              <TextInput
                type="date"
                label={day ? sayDay(day, language, true) : t('calendar.study-day')}
                {...state.field(`studyDays.${place}`)}
              />
              <Button
                variant="subtle"
                aria-label={t('calendar.study-day.away', { day: day ? sayDay(day, language) : '' })}
                onClick={() => removeListItem('studyDays', place)}
              >
                {t('take-away')}
              </Button>
            </div>
          ))}
          <div>
            <Button variant="default" onClick={() => insertListItem('studyDays', '')}>
              {t('calendar.study-day.add')}
            </Button>
          </div>
        </fieldset>
        <fieldset className={styles.set}>
          <legend>{t('calendar.hours')}</legend>
          <p className={styles.hint}>{t('calendar.hours.hint')}</p>
          {values.hours.map(({ weekday, isOpen }, place) => (
            <div key={weekday} className={styles.hours}>
              <Checkbox
                size="md"
                label={t(`weekday.${weekday}`)}
                {...state.field(`hours.${place}.isOpen`, 'checkbox')}
              />
              <TextInput
                type="time"
                aria-label={t('calendar.hours.from', { day: t(`weekday.${weekday}`) })}
                disabled={!isOpen}
                {...state.field(`hours.${place}.from`)}
              />
              <TextInput
                type="time"
                aria-label={t('calendar.hours.to', { day: t(`weekday.${weekday}`) })}
                disabled={!isOpen}
                {...state.field(`hours.${place}.to`)}
              />
            </div>
          ))}
        </fieldset>
        <NumberInput
          label={t('calendar.lesson')}
          min={20}
          max={120}
          suffix={` ${t('minutes')}`}
          {...state.field('lessonMinutes')}
        />
        <NativeSelect
          label={t('calendar.vog')}
          data={(['none', 'when-unsupervised', 'always'] as const).map((id) => ({
            value: id,
            label: t(`calendar.vog.${id}`),
          }))}
          {...state.field('vogPolicy')}
        />
      </CommandForm>
    </section>
  );
}
