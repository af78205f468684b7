import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { issueToken, revokeToken, type ApiToken } from '../api/operations.js';
import { Failure } from '../parts/failure.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { Notice } from '../parts/notice.js';
import { toast } from '../parts/toasts.js';
import { sayDay } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './operations.module.css';

/** A key for a program, in the name of a person; shown once. */
export function Tokens() {
  const { t } = useTranslation('operator');
  const language = useLanguage();
  const [made, setMade] = useState<ApiToken>();
  const state = useCommandForm<{ personId: string; days: number }, ApiToken>({
    name: 'api-token',
    initial: { personId: '', days: 30 },
    keepsDraft: false,
    send: (values, keyed) => issueToken(values, keyed),
    changes: [],
    onDone: setMade,
  });
  return (
    <section>
      <h2>{t('tokens')}</h2>
      <p>{t('tokens.what')}</p>
      <CommandForm state={state} submit={t('tokens.make')}>
        <TextInput
          label={t('tokens.person')}
          description={t('tokens.person.what')}
          required
          {...state.field('personId')}
        />
        <NumberInput label={t('tokens.days')} min={1} max={730} required {...state.field('days')} />
      </CommandForm>
      {made?.token && (
        <Notice tone="meadow" title={t('tokens.made', { day: sayDay(made.expiresAt, language, true) })} now>
          <p>
            <code className={styles.token}>{made.token}</code>
          </p>
        </Notice>
      )}
      <Revoke first={made?.id ?? ''} />
    </section>
  );
}

function Revoke({ first }: { readonly first: string }) {
  const { t } = useTranslation('operator');
  const [id, setId] = useState('');
  const revoke = useCommand(revokeToken, {
    changes: [],
    onDone: () => {
      toast(t('tokens.revoked'));
      setId('');
    },
  });
  return (
    <form
      className={styles.inline}
      onSubmit={(event) => {
        event.preventDefault();
        revoke.mutate(id || first);
      }}
    >
      <TextInput
        label={t('tokens.id')}
        placeholder={first}
        value={id}
        onChange={({ currentTarget }) => setId(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={revoke.isPending} disabled={!id && !first}>
        {t('tokens.revoke')}
      </Button>
      {revoke.error && <Failure error={revoke.error} now />}
    </form>
  );
}
