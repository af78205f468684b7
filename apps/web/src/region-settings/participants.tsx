import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { regionSchoolsQuery } from '../api/region-names.js';
import { changeRegion, type Region } from '../api/region-settings.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { sayDay } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './region-settings.module.css';

const atOnce = 10;

interface Dates {
  readonly schoolLocationId: string | null;
  readonly from: string;
  readonly to: string;
}

/** Which schools take part, and from when until when: the subsidy counts them. */
export function Participants({ region, tag }: { readonly region: Region; readonly tag: string }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const today = useToday();
  const [shown, setShown] = useState(atOnce);
  const schools = useQuery(regionSchoolsQuery(region.id)).data ?? [];
  const participants = region.schoolLocations ?? [];
  const state = useCommandForm<Dates, unknown>({
    name: `participants-${region.id}`,
    initial: { schoolLocationId: null, from: today, to: '' },
    keepsDraft: false,
    send: ({ schoolLocationId, from, to }) =>
      changeRegion({
        id: region.id,
        tag,
        body: {
          participating: [{ schoolLocationId: schoolLocationId ?? '', from, ...(to ? { to } : {}) }],
        },
      }),
    changes: ['regions', 'reports', 'school-locations'],
    onDone: () => toast(t('participants.kept')),
  });
  return (
    <section>
      <h2>{t('participants')}</h2>
      <p>{t('participants.count', { count: participants.length })}</p>
      <ul className={styles.participants}>
        {participants.slice(0, shown).map(({ id, name, from, to }) => (
          <li key={id}>
            <span>{name}</span>
            <span>
              {from && t('participants.from', { day: sayDay(from, language, true) })}{' '}
              {to && t('participants.to', { day: sayDay(to, language, true) })}
            </span>
          </li>
        ))}
      </ul>
      {participants.length > shown && (
        <Button variant="default" mb="lg" onClick={() => setShown(participants.length)}>
          {t('lines.more', { count: participants.length - shown })}
        </Button>
      )}
      <h3>{t('participants.change')}</h3>
      <CommandForm state={state} submit={t('participants.keep')}>
        <Select
          label={t('lines.school')}
          required
          searchable
          size="md"
          data={schools.map(({ id, name }) => ({ value: id, label: name }))}
          {...state.field('schoolLocationId')}
        />
        <TextInput type="date" label={t('participants.first')} required {...state.field('from')} />
        <TextInput
          type="date"
          label={t('participants.last')}
          description={t('participants.last.what')}
          {...state.field('to')}
        />
      </CommandForm>
    </section>
  );
}
