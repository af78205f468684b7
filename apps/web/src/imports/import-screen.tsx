import { Button, Checkbox, FileInput, NativeSelect, Progress, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { meQuery } from '../api/me.js';
import { importQuery, postImport, type Import, type ImportBody } from '../api/region-settings.js';
import { Answered } from '../parts/answered.js';
import { Failure } from '../parts/failure.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { RegionPlaces } from '../people/region-places.js';
import { useChosenRegion } from '../region/chosen-region.js';
import { base64Of } from './base64.js';
import { ImportReport } from './import-report.js';
import styles from './imports.module.css';

/** A list is tried first, row by row, and only then taken in. */
export function ImportScreen({ id }: { readonly id: string | undefined }) {
  const { t } = useTranslation('coordinator');
  const navigate = useNavigate();
  const me = useQuery(meQuery).data;
  const region = useChosenRegion();
  const isOperator = me?.roles.some(({ role }) => role === 'operator') ?? false;
  const [kind, setKind] = useState<ImportBody['kind']>('partners');
  const [file, setFile] = useState<File | null>(null);
  const [asOf, setAsOf] = useState('');
  const [vanishing, setVanishing] = useState(false);
  const progress = useQuery(importQuery(id ?? ''));
  const send = useCommand(
    async ({ dryRun }: { dryRun: boolean; name: string; changed: number }, keyed) => {
      const content = await base64Of(file as File);
      return postImport(
        {
          kind,
          filename: file?.name ?? '',
          content,
          dryRun,
          ...(kind === 'partners' && region.id ? { regionId: region.id } : {}),
          ...(kind !== 'partners' && asOf ? { asOf } : {}),
          ...(vanishing ? { confirmVanishing: true } : {}),
        },
        keyed,
      );
    },
    {
      changes: ['organisations', 'school-locations', 'people', 'imports'],
      onDone: (made: Import) => void navigate({ to: '/invoer', search: { id: made.id } }),
    },
  );
  const go = (dryRun: boolean) =>
    send.mutate({ dryRun, name: file?.name ?? '', changed: file?.lastModified ?? 0 });
  return (
    <Page title={t('imports')} intro={t('imports.what')}>
      {!isOperator && <RegionPlaces at="/invoer" />}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (file && !send.isPending) go(true);
        }}
      >
        <NativeSelect
          label={t('imports.kind')}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as ImportBody['kind'])}
          data={(isOperator
            ? (['partners', 'schools', 'postcodes'] as const)
            : (['partners', 'schools'] as const)
          ).map((each) => ({ value: each, label: t(`imports.kind.${each}`) }))}
        />
        <FileInput
          size="md"
          label={t('imports.file')}
          description={t(`imports.file.${kind}`)}
          placeholder={t('imports.choose')}
          accept=".csv,.txt,text/csv,text/plain"
          value={file}
          onChange={setFile}
          clearable
          clearButtonProps={{ 'aria-label': t('imports.clear') }}
        />
        {kind !== 'partners' && (
          <>
            <TextInput
              type="date"
              label={t('imports.as-of')}
              value={asOf}
              onChange={({ currentTarget }) => setAsOf(currentTarget.value)}
            />
            <Checkbox
              label={t('imports.vanishing')}
              checked={vanishing}
              onChange={({ currentTarget }) => setVanishing(currentTarget.checked)}
            />
          </>
        )}
        <div className={styles.buttons}>
          <Button type="submit" disabled={!file} loading={send.isPending}>
            {t('imports.try')}
          </Button>
          {progress.data?.dryRun && progress.data.state === 'finished' && (
            <Button variant="default" disabled={!file} loading={send.isPending} onClick={() => go(false)}>
              {t('imports.take')}
            </Button>
          )}
        </div>
      </form>
      {send.error && <Failure error={send.error} again={() => go(true)} now />}
      {id && (
        <Answered query={progress} skeleton={<RowsSkeleton />}>
          {(found) => (found.state === 'finished' ? <ImportReport of={found} /> : <Running of={found} />)}
        </Answered>
      )}
    </Page>
  );
}

function Running({ of }: { readonly of: Import }) {
  const { t } = useTranslation('coordinator');
  const { done, total } = of.progress;
  const percent = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <section className={styles.running}>
      <p id="importing">{t('imports.running', { percent })}</p>
      <Progress value={percent} size="lg" aria-labelledby="importing" />
    </section>
  );
}
