import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { changeOffer, type Offer, type Pattern } from '../api/offers.js';
import { addDays } from '../ask/school-days.js';
import { Chips } from '../parts/chips.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import type { Amount } from './offer-words.js';
import styles from './offers.module.css';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayparts = ['morning', 'afternoon', 'whole-day', 'after-school', 'evening'] as const;

interface PatternFormProps {
  readonly offer: Offer;
  readonly isFirst: boolean;
}

interface PatternWords {
  readonly weekdays: readonly Pattern['weekdays'][number][];
  readonly parts: readonly Pattern['parts'][number][];
  readonly from: string;
  readonly to: string;
  readonly groups: Amount;
}

/** The same days of each week; single days are taken out on the calendar. */
export function PatternForm({ offer, isFirst }: PatternFormProps) {
  const { t } = useTranslation('partner');
  const today = useToday();
  const { pattern } = offer;
  const soonest = addDays(today, offer.leadTimeDays);
  const state = useCommandForm<PatternWords, Offer>({
    name: `pattern-${offer.id}-${offer.rev}`,
    initial: pattern
      ? { groups: 1, ...pattern }
      : { weekdays: [], parts: ['morning'], from: soonest, to: addDays(soonest, 90), groups: 1 },
    changes: ['offers', 'catalogue'],
    send: ({ groups, weekdays: days, parts, ...span }) =>
      changeOffer({
        ...{ id: offer.id, rev: offer.rev },
        body: {
          pattern: { ...span, weekdays: [...days], parts: [...parts], ...(groups === '' ? {} : { groups }) },
        },
      }),
    onDone: () => toast(t('pattern.kept')),
  });
  const { values, errors } = state.form;
  const wrong = (path: string) => errors[path] && <p className={styles.wrong}>{errors[path]}</p>;
  return (
    <details className={styles.rare} open={isFirst}>
      <summary>{t(pattern ? 'pattern.change' : 'pattern')}</summary>
      <CommandForm state={state} submit={t('pattern.keep')}>
        <div>
          <p className={styles.label}>{t('pattern.weekdays')}</p>
          {wrong('pattern.weekdays')}
          <Chips
            label={t('pattern.weekdays')}
            choices={weekdays.map((id) => ({ id, label: t(`weekday.${id}`) }))}
            chosen={values.weekdays}
            onChange={(days) => state.form.setValues({ weekdays: days })}
          />
        </div>
        <div>
          <p className={styles.label}>{t('pattern.parts')}</p>
          {wrong('pattern.parts')}
          <Chips
            label={t('pattern.parts')}
            choices={dayparts.map((id) => ({ id, label: t(`daypart.${id}`) }))}
            chosen={values.parts}
            onChange={(parts) => state.form.setValues({ parts })}
          />
        </div>
        <div className={styles.few}>
          <TextInput type="date" label={t('pattern.from')} {...state.field('from')} />
          <TextInput type="date" label={t('pattern.to')} {...state.field('to')} />
          <NumberInput label={t('moment.groups')} min={1} max={50} {...state.field('groups')} />
        </div>
        <p className={styles.quiet}>{t('pattern.exceptions')}</p>
      </CommandForm>
    </details>
  );
}
