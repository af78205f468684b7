import { NativeSelect, NumberInput, Radio, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import { addOffer, changeOffer, type Offer } from '../api/offers.js';
import { ThemeChoice } from '../ask/theme-choice.js';
import { KindDrawing } from '../look/drawings/kinds.js';
import { Chips } from '../parts/chips.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { AudienceChoice } from './audience-choice.js';
import { OfferDetails } from './offer-details.js';
import { bodyOf, type OfferWords } from './offer-words.js';
import styles from './offers.module.css';

const kinds = [
  'guest-lesson',
  'workshop',
  'company-visit',
  'museum-visit',
  'mentoring',
  'loan',
  'teacher-training',
] as const;
const places = ['at-school', 'at-partner', 'online'] as const;

interface OfferFormProps {
  /** Names the draft that is kept. */
  readonly name: string;
  readonly initial: OfferWords;
  /** Of whom it is, when it is new. */
  readonly organisationId: string;
  /** The offer that is changed. */
  readonly offer?: Offer;
  readonly onDone: (offer: Offer) => void;
}

/** All that an offer says; what is rare lies behind "Bijzonderheden". */
export function OfferForm({ name, initial, organisationId, offer, onDone }: OfferFormProps) {
  const { t } = useTranslation(['partner', 'catalogue']);
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const state = useCommandForm<OfferWords, Offer>({
    name,
    initial,
    changes: ['offers', 'catalogue'],
    send: (words, keyed) =>
      offer
        ? changeOffer({ id: offer.id, rev: offer.rev, body: bodyOf(words) })
        : addOffer({ ...bodyOf(words), organisationId }, keyed),
    onDone,
  });
  const { values, errors } = state.form;
  const set = (changes: Partial<OfferWords>) => state.form.setValues(changes);
  const wrong = (path: string) => errors[path] && <p className={styles.wrong}>{errors[path]}</p>;
  return (
    <CommandForm state={state} submit={t(offer ? 'form.keep' : 'form.add')}>
      <section className={styles.part}>
        <h2>{t('form.kind')}</h2>
        <Chips
          single
          label={t('form.kind')}
          choices={kinds.map((id) => ({
            id,
            label: (
              <span className={styles.kindChip}>
                <KindDrawing kind={id} size={32} /> {t(`catalogue:kind.${id}`)}
              </span>
            ),
          }))}
          chosen={[values.kind]}
          onChange={([kind]) => kind && set({ kind })}
        />
      </section>
      <TextInput
        label={t('form.title')}
        description={t('form.title.hint')}
        maxLength={200}
        {...state.field('title')}
      />
      <Textarea
        label={t('form.summary')}
        description={t('form.summary.hint')}
        autosize
        minRows={3}
        maxLength={2000}
        {...state.field('summary')}
      />
      <section className={styles.part} id={`${name}-themes`} tabIndex={-1}>
        <h2>{t('form.theme')}</h2>
        {wrong('themes')}
        <ThemeChoice chosen={values.themes} onChange={(themes) => set({ themes })} />
      </section>
      <section className={styles.part} id={`${name}-audience`} tabIndex={-1}>
        <h2>{t('form.audience')}</h2>
        {wrong('audience')}
        <AudienceChoice
          sectors={taxonomy?.sectors ?? []}
          audience={values.audience}
          onChange={(audience) => set({ audience })}
        />
        <div className={styles.few}>
          <NumberInput label={t('form.pupils.min')} min={1} max={500} {...state.field('pupils.min')} />
          <NumberInput label={t('form.pupils.max')} min={1} max={500} {...state.field('pupils.max')} />
        </div>
      </section>
      <section className={styles.part}>
        <h2>{t('form.promise')}</h2>
        <Radio.Group
          aria-label={t('form.promise')}
          value={values.promise}
          onChange={(promise) => set({ promise: promise === 'firm' ? 'firm' : 'by-appointment' })}
        >
          <div className={styles.promises}>
            {(['firm', 'by-appointment'] as const).map((promise) => (
              <Radio.Card key={promise} value={promise} className={styles.promise}>
                <Radio.Indicator />
                <span>
                  <strong>{t(`promise.${promise}`)}</strong>
                  <small>{t(`promise.${promise}.means`)}</small>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      </section>
      <section className={styles.part}>
        <h2>{t('form.where')}</h2>
        <Chips
          single
          label={t('form.where')}
          choices={places.map((id) => ({ id, label: t(`place.${id}`) }))}
          chosen={[values.place]}
          onChange={([place]) => place && set({ place })}
        />
        {wrong('location')}
        <div className={styles.few}>
          <TextInput
            label={t(values.place === 'at-school' ? 'form.postcode.from' : 'form.postcode')}
            maxLength={7}
            {...state.field('location.postcode')}
          />
          <TextInput label={t('form.town')} maxLength={80} {...state.field('location.place')} />
        </div>
        <div className={styles.few}>
          {values.place === 'at-school' && (
            <NumberInput label={t('form.reach')} suffix=" km" min={0} max={400} {...state.field('reachKm')} />
          )}
          <Duration field={state.field('durationMinutes')} />
        </div>
      </section>
      <OfferDetails
        state={{ field: state.field, values, set }}
        organisationId={offer?.organisationId ?? organisationId}
        goals={taxonomy?.goals ?? []}
      />
    </CommandForm>
  );
}

const usual = [30, 45, 50, 60, 75, 90, 120, 150, 180, 240];

/** Most take as long as others do. */
function Duration({
  field,
}: {
  readonly field: { readonly value?: unknown; readonly onChange?: (value: number) => void };
}) {
  const { t } = useTranslation('partner');
  const { value, onChange, ...rest } = field;
  const minutes = typeof value === 'number' ? value : 60;
  const all = [...new Set([...usual, minutes])].sort((a, b) => a - b);
  return (
    <NativeSelect
      label={t('form.duration')}
      data={all.map((each) => ({ value: `${each}`, label: t('form.minutes', { count: each }) }))}
      value={`${minutes}`}
      onChange={({ currentTarget }) => onChange?.(Number(currentTarget.value))}
      {...rest}
    />
  );
}
