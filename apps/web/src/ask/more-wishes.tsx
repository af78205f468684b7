import { Checkbox, NativeSelect, NumberInput, Radio, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chips } from '../parts/chips.js';
import { PreferredChoice } from './preferred-choice.js';
import { everywhere, type Wish } from './wish.js';
import styles from './ask.module.css';

interface MoreWishesProps {
  readonly wish: Wish;
  readonly onChange: (changes: Partial<Wish>) => void;
  /** What a Mantine control of that field takes. */
  readonly field: (path: string) => object;
}

const kinds = [
  'guest-lesson',
  'company-visit',
  'museum-visit',
  'workshop',
  'mentoring',
  'loan',
  'teacher-training',
] as const;
const suitabilities = ['wheelchair', 'newcomers', 'low-stimulus', 'english'] as const;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Everything that is asked rarely. */
export function MoreWishes({ wish, onChange, field }: MoreWishesProps) {
  const { t } = useTranslation(['teacher', 'catalogue']);
  return (
    <div className={styles.more}>
      <NativeSelect
        label={t('more.kind')}
        data={kinds.map((kind) => ({ value: kind, label: t(`catalogue:kind.${kind}`) }))}
        {...field('kind')}
      />
      <div>
        <p className={styles.label}>{t('more.weekdays')}</p>
        <Chips
          label={t('more.weekdays')}
          choices={weekdays.map((id) => ({ id, label: t(`weekday.${id}`) }))}
          chosen={wish.weekdays as (typeof weekdays)[number][]}
          onChange={(days) => onChange({ weekdays: weekdays.filter((day) => days.includes(day)) })}
        />
        <p className={styles.hint}>{t('more.weekdays.hint')}</p>
      </div>
      <div>
        <p className={styles.label}>{t('more.places')}</p>
        <Chips
          label={t('more.places')}
          choices={everywhere.map((id) => ({ id, label: t(`catalogue:place.${id}`) }))}
          chosen={[...wish.places]}
          onChange={(places) => onChange({ places: places.length > 0 ? places : everywhere })}
        />
      </div>
      <PreferredChoice
        themes={wish.themes}
        preferred={wish.preferred}
        onChange={(preferred) => onChange({ preferred })}
      />
      <div>
        <p className={styles.label}>{t('more.suitability')}</p>
        <Chips
          label={t('more.suitability')}
          choices={suitabilities.map((id) => ({ id, label: t(`catalogue:suitability.${id}`) }))}
          chosen={[...wish.suitability]}
          onChange={(suitability) => onChange({ suitability })}
        />
      </div>
      <NumberInput
        label={t('more.max-cost')}
        description={t('more.max-cost.hint')}
        leftSection="€"
        min={0}
        max={100_000}
        decimalScale={2}
        decimalSeparator=","
        {...field('maxCost')}
      />
      <NativeSelect
        label={t('more.transport')}
        data={(['none', 'own', 'asked'] as const).map((id) => ({
          value: id,
          label: t(`more.transport.${id}`),
        }))}
        {...field('transport')}
      />
      <Radio.Group
        size="md"
        label={t('more.confirm')}
        value={wish.confirm}
        onChange={(confirm) => onChange({ confirm: confirm === 'at-once' ? 'at-once' : 'ask-me' })}
      >
        <Radio size="md" mt={8} value="ask-me" label={t('more.confirm.ask-me')} />
        <Radio size="md" mt={8} value="at-once" label={t('more.confirm.at-once')} />
      </Radio.Group>
      <Checkbox
        size="md"
        label={t('more.split')}
        description={t('more.split.hint')}
        checked={wish.splitAllowed}
        onChange={({ currentTarget }) => onChange({ splitAllowed: currentTarget.checked })}
      />
      <TextInput
        label={t('more.title')}
        description={t('more.title.hint')}
        maxLength={200}
        {...field('title')}
      />
      <Textarea label={t('more.note')} description={t('more.note.hint')} maxRows={10} {...field('note')} />
    </div>
  );
}
