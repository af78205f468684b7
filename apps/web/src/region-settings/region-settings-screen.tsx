import { NumberInput, Slider, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeRegion, ownRegionQuery, type Region } from '../api/region-settings.js';
import { Answered } from '../parts/answered.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { RegionPlaces } from '../people/region-places.js';
import { RegionChooser, useChosenRegion } from '../region/chosen-region.js';
import { Participants } from './participants.js';
import { parts, patchOf, valuesOf, type SettingsValues } from './settings.js';
import styles from './region-settings.module.css';

/** What a steering group decides: what counts how much, and how long people wait. */
export function RegionSettingsScreen() {
  const { t } = useTranslation('coordinator');
  const chosen = useChosenRegion();
  const region = useQuery(ownRegionQuery(chosen.id));
  return (
    <Page title={t('settings')} intro={chosen.name}>
      <RegionPlaces at="/regio-instellingen" />
      <RegionChooser of={chosen} />
      <Answered query={region} skeleton={<RowsSkeleton rows={8} />}>
        {({ answer, tag }) => (
          <>
            <SettingsForm key={tag} region={answer} tag={tag} />
            <Participants key={`p-${tag}`} region={answer} tag={tag} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function SettingsForm({ region, tag }: { readonly region: Region; readonly tag: string }) {
  const { t } = useTranslation('coordinator');
  const before = valuesOf(region);
  const state = useCommandForm<SettingsValues, unknown>({
    name: `region-${region.id}`,
    initial: before,
    keepsDraft: false,
    send: (values) => changeRegion({ id: region.id, tag, body: patchOf(values, before) }),
    changes: ['regions', 'proposals'],
    onDone: () => toast(t('settings.kept')),
  });
  const { values } = state.form;
  const total = parts.reduce((sum, part) => sum + values.weights[part], 0);
  return (
    <CommandForm state={state} submit={t('settings.keep')}>
      <TextInput label={t('settings.name')} required {...state.field('name')} />
      <TextInput
        type="email"
        label={t('settings.email')}
        description={t('settings.email.what')}
        {...state.field('contactEmail')}
      />
      <p className={styles.fixed}>{t('settings.municipalities', { count: region.municipalities })}</p>
      <fieldset className={styles.set}>
        <legend>{t('settings.weights')}</legend>
        <p>{t('settings.weights.what')}</p>
        {parts.map((part) => {
          const share = total === 0 ? 0 : Math.round((values.weights[part] / total) * 100);
          return (
            <div key={part} className={styles.weight}>
              <p id={`weight-${part}`}>
                <strong>{t(`part.${part}`)}</strong> <span>{t('settings.share', { percent: share })}</span>
              </p>
              <p id={`weight-${part}-what`} className={styles.what}>
                {t(`settings.part.${part}`)}
              </p>
              <Slider
                min={0}
                max={50}
                step={1}
                label={null}
                thumbLabel={t(`part.${part}`)}
                value={values.weights[part]}
                onChange={(weight) => state.form.setFieldValue(`weights.${part}`, weight)}
              />
            </div>
          );
        })}
      </fieldset>
      <fieldset className={styles.set}>
        <legend>{t('settings.days')}</legend>
        {(
          [
            'answerWorkingDays',
            'nudgeWorkingDays',
            'attentionWorkingDays',
            'questionWorkingDays',
            'optionWorkingDays',
          ] as const
        ).map((field) => (
          <NumberInput
            key={field}
            label={t(`settings.${field}`)}
            description={t(`settings.${field}.what`)}
            min={1}
            max={60}
            allowDecimal={false}
            {...state.field(field)}
          />
        ))}
      </fieldset>
      <fieldset className={styles.set}>
        <legend>{t('settings.money')}</legend>
        <NumberInput
          label={t('settings.regionSharePercent')}
          description={t('settings.regionSharePercent.what')}
          suffix=" %"
          min={0}
          max={100}
          {...state.field('regionSharePercent')}
        />
        <NumberInput
          label={t('settings.bookingsPerSchoolYear')}
          description={t('settings.bookingsPerSchoolYear.what')}
          min={0}
          max={1000}
          allowDecimal={false}
          {...state.field('bookingsPerSchoolYear')}
        />
      </fieldset>
    </CommandForm>
  );
}
