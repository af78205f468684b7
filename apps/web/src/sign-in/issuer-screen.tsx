import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { finishAtIssuer } from '../api/sign-in.js';
import { Failure } from '../parts/failure.js';
import { Page } from '../parts/page.js';
import { Notice } from '../parts/notice.js';
import { useArrive } from './arrive.js';

interface IssuerScreenProps {
  readonly brought: {
    readonly code?: string | undefined;
    readonly state?: string | undefined;
    readonly iss?: string | undefined;
  };
}

/** Somebody comes back from an account elsewhere; one press more and they are in. */
export function IssuerScreen({ brought: { code, state, iss } }: IssuerScreenProps) {
  const { t } = useTranslation('sign-in');
  const { arrived } = useArrive(undefined);
  const finish = useCommand(finishAtIssuer, { changes: ['me'], onDone: arrived });
  if (!code || !state)
    return (
      <Page title={t('title')}>
        <Notice tone="brick" title={t('issuer.nothing')}>
          {t('issuer.nothing.now')}
        </Notice>
      </Page>
    );
  return (
    <Page title={t('issuer.back')} intro={t('issuer.back.intro')}>
      {finish.error && <Failure error={finish.error} now />}
      <Button
        mt="lg"
        loading={finish.isPending}
        onClick={() => finish.mutate({ code, state, ...(iss ? { iss } : {}) })}
      >
        {t('sign-in')}
      </Button>
    </Page>
  );
}
