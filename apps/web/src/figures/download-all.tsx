import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { activitiesFile, type ReportPeriod } from '../api/reports.js';
import { download } from '../parts/csv.js';
import { Failure } from '../parts/failure.js';

/** The whole export of the period. */
export function DownloadAll({ period }: { readonly period: ReportPeriod }) {
  const { t } = useTranslation('reader');
  const file = useCommand(activitiesFile, {
    changes: [],
    onDone: (answer: unknown) => download(`activiteiten ${period.from} ${period.to}.csv`, answer as Blob),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload aria-hidden size={20} />}
        loading={file.isPending}
        onClick={() => file.mutate(period)}
      >
        {t('download.all')}
      </Button>
      {file.error && <Failure error={file.error} now />}
    </>
  );
}
