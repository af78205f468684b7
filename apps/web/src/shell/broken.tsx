import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '../parts/failure.js';
import { Page } from '../parts/page.js';

/** Instead of a screen that failed: what to do, in words; the rest of the app goes on. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('broken.title')}>
      <Failure error={error} now />
      <Button
        onClick={() => {
          reset();
          window.location.reload();
        }}
      >
        {t('reload')}
      </Button>
    </Page>
  );
}
