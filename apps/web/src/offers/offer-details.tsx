import { MultiSelect, NativeSelect, NumberInput, Radio, Select, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Taxonomy } from '../api/facts.js';
import { peopleQuery } from '../api/people.js';
import { Chips } from '../parts/chips.js';
import { useLanguage } from '../words/use-language.js';
import { suitabilities, type Amount, type OfferWords } from './offer-words.js';
import styles from './offers.module.css';

interface DetailsState {
  readonly field: (path: string) => { readonly [name: string]: unknown };
  readonly values: OfferWords;
  readonly set: (changes: Partial<OfferWords>) => void;
}

interface OfferDetailsProps {
  readonly state: DetailsState;
  readonly organisationId: string;
  readonly goals: Taxonomy['goals'];
}

/** What most offers leave as it is. */
export function OfferDetails({ state, organisationId, goals }: OfferDetailsProps) {
  const { t } = useTranslation('partner');
  return (
    <details className={styles.rare}>
      <summary>{t('details')}</summary>
      <p className={styles.quiet}>{t('details.about')}</p>
      <Visit {...state} />
      <Who {...state} organisationId={organisationId} />
      <Limits {...state} />
      <Costs {...state} />
      <Suits {...state} goals={goals} />
      <Booking {...state} />
    </details>
  );
}

function Visit({ field }: DetailsState) {
  const { t } = useTranslation('partner');
  return (
    <fieldset className={styles.group}>
      <legend>{t('details.visit')}</legend>
      <Textarea label={t('visit.arrival')} maxLength={1000} {...field('visit.arrival')} />
      <Textarea label={t('visit.parking')} maxLength={1000} {...field('visit.parking')} />
      <TextInput label={t('visit.host')} maxLength={200} {...field('visit.host')} />
      <Textarea label={t('visit.safety')} maxLength={1000} {...field('visit.safety')} />
    </fieldset>
  );
}

function Who({ values, set, organisationId }: DetailsState & { readonly organisationId: string }) {
  const { t } = useTranslation('partner');
  const people = useQuery(peopleQuery({ organisation: organisationId })).data ?? [];
  const choices = people.map(({ id, name }) => ({ id, label: name }));
  return (
    <fieldset className={styles.group}>
      <legend>{t('details.who')}</legend>
      <p className={styles.quiet}>{t('details.given-by.hint')}</p>
      <Chips
        label={t('details.given-by')}
        choices={choices}
        chosen={values.givenBy}
        onChange={(givenBy) => set({ givenBy })}
      />
      <Select
        size="md"
        label={t('details.contact')}
        placeholder={t('details.contact.first')}
        clearable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.contactId || null}
        onChange={(contactId) => set({ contactId: contactId ?? '' })}
      />
    </fieldset>
  );
}

function Limits({ field }: DetailsState) {
  const { t } = useTranslation('partner');
  const whole = { min: 0, max: 365, allowDecimal: false } as const;
  return (
    <fieldset className={styles.group}>
      <legend>{t('details.limits')}</legend>
      <div className={styles.few}>
        <NumberInput label={t('limits.lead-time')} {...whole} {...field('leadTimeDays')} />
        <NumberInput label={t('limits.per-month')} min={1} max={1000} {...field('maxPerMonth')} />
        <NumberInput label={t('limits.numbers')} {...whole} {...field('changeNumbersUntilDays')} />
        <NumberInput label={t('limits.cancel')} {...whole} {...field('freeCancelDays')} />
        <NumberInput label={t('limits.lessons')} min={1} max={8} {...field('lessonsPerVisit')} />
        <NumberInput label={t('limits.per-group')} min={1} max={500} {...field('pupilsPerGroup')} />
      </div>
    </fieldset>
  );
}

function Costs({ values, set, field }: DetailsState) {
  const { t } = useTranslation('partner');
  const inEuros = (name: 'costPerGroupCents' | 'costPerPupilCents') => ({
    ...field(name),
    min: 0,
    prefix: '€ ',
    decimalScale: 2,
    decimalSeparator: ',',
    value: values[name] === '' ? ('' as const) : values[name] / 100,
    onChange: (euros: number | string) => set({ [name]: centsOf(euros) }),
  });
  return (
    <fieldset className={styles.group}>
      <legend>{t('details.costs')}</legend>
      <p className={styles.quiet}>{t('details.costs.hint')}</p>
      <div className={styles.few}>
        <NumberInput label={t('costs.group')} {...inEuros('costPerGroupCents')} />
        <NumberInput label={t('costs.pupil')} {...inEuros('costPerPupilCents')} />
      </div>
    </fieldset>
  );
}

const centsOf = (euros: number | string): Amount => (euros === '' ? '' : Math.round(Number(euros) * 100));

const answers = ['yes', 'in-consultation', 'no'] as const;

function Suits({ values, set, goals }: DetailsState & { readonly goals: Taxonomy['goals'] }) {
  const { t } = useTranslation(['partner', 'catalogue']);
  const language = useLanguage();
  return (
    <fieldset className={styles.group}>
      <legend>{t('details.suits')}</legend>
      <div className={styles.few}>
        {suitabilities.map((each) => (
          <NativeSelect
            key={each}
            label={t(`catalogue:suitability.${each}`)}
            value={values.suitability[each]}
            data={answers.map((answer) => ({ value: answer, label: t(`suits.${answer}`) }))}
            onChange={({ currentTarget }) =>
              set({
                suitability: {
                  ...values.suitability,
                  [each]: currentTarget.value as (typeof answers)[number],
                },
              })
            }
          />
        ))}
      </div>
      {goals.length > 0 && (
        <MultiSelect
          size="md"
          label={t('details.goals')}
          searchable
          data={goals.map(({ id, label }) => ({ value: id, label: label[language] }))}
          value={[...values.goals]}
          onChange={(chosen) => set({ goals: chosen })}
        />
      )}
      <Radio.Group
        label={t('details.vog')}
        value={values.vog}
        onChange={(vog) => set({ vog: vog === 'available' ? 'available' : 'none' })}
      >
        <Radio mt={8} value="available" label={t('vog.available')} />
        <Radio mt={8} value="none" label={t('vog.none')} />
      </Radio.Group>
    </fieldset>
  );
}

function Booking({ values, set, field }: DetailsState) {
  const { t } = useTranslation('partner');
  return (
    <fieldset className={styles.group}>
      <legend>{t('details.booking')}</legend>
      <Radio.Group
        aria-label={t('details.booking')}
        value={values.bookVia}
        onChange={(bookVia) => set({ bookVia: bookVia === 'own-site' ? 'own-site' : 'leerbrug' })}
      >
        <Radio mt={8} value="leerbrug" label={t('booking.here')} />
        <Radio mt={8} value="own-site" label={t('booking.own-site')} />
      </Radio.Group>
      {values.bookVia === 'own-site' && (
        <TextInput type="url" label={t('booking.url')} placeholder="https://" {...field('bookUrl')} />
      )}
    </fieldset>
  );
}
