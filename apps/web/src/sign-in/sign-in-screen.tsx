import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { waysInQuery } from '../api/me.js';
import { askCode, signInByCode, startAtIssuer } from '../api/sign-in.js';
import { Failure } from '../parts/failure.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { Page } from '../parts/page.js';
import { useArrive } from './arrive.js';
import { codeIn } from './code.js';
import { Passkey } from './passkey.js';
import styles from './sign-in.module.css';

/**
 * An address, a code from the mail, and for who decides about others a passkey. The code of a link is only filled in:
 * nobody is signed in without pressing the button.
 */
export function SignInScreen({ back }: { readonly back: string | undefined }) {
  const { t } = useTranslation('sign-in');
  const [fromLink] = useState(() => codeIn(window.location.hash));
  const [asked, setAsked] = useState<string>();
  const { state, arrived, goOn } = useArrive(back);
  if (state === 'confirming')
    return (
      <Page title={t('passkey.title')} intro={t('passkey.why')}>
        <div className={styles.steps}>
          <Passkey onConfirmed={goOn} />
          <Button variant="subtle" onClick={goOn}>
            {t('passkey.later')}
          </Button>
        </div>
      </Page>
    );
  return (
    <Page title={t('title')} intro={fromLink || asked ? t('code.intro') : t('intro')}>
      <div className={styles.steps}>
        {fromLink || asked ? (
          <CodeForm email={asked} code={fromLink} onDone={arrived} onOther={() => setAsked(undefined)} />
        ) : (
          <EmailForm onAsked={setAsked} />
        )}
        <OtherWays />
      </div>
    </Page>
  );
}

function EmailForm({ onAsked }: { readonly onAsked: (email: string) => void }) {
  const { t } = useTranslation('sign-in');
  const state = useCommandForm({
    name: 'sign-in',
    initial: { email: '' },
    send: async ({ email }: { email: string }) => {
      await askCode({ email: email.trim() });
      return email.trim();
    },
    changes: [],
    onDone: onAsked,
  });
  return (
    <CommandForm state={state} submit={t('ask-code')}>
      <TextInput type="email" autoComplete="email" required label={t('email')} {...state.field('email')} />
    </CommandForm>
  );
}

interface CodeFormProps {
  readonly email: string | undefined;
  readonly code: string;
  readonly onDone: () => void;
  readonly onOther: () => void;
}

function CodeForm({ email, code, onDone, onOther }: CodeFormProps) {
  const { t } = useTranslation('sign-in');
  const state = useCommandForm({
    name: 'sign-in-code',
    initial: { code },
    keepsDraft: false,
    send: (values: { code: string }) =>
      signInByCode({ code: values.code.trim(), ...(email ? { email } : {}) }),
    changes: ['me'],
    onDone,
  });
  return (
    <CommandForm
      state={state}
      submit={t('sign-in')}
      beside={
        email && (
          <Button variant="subtle" onClick={onOther}>
            {t('other-address')}
          </Button>
        )
      }
    >
      <TextInput
        label={t('code')}
        description={email ? t('code.sent', { email }) : t('code.from-link')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        classNames={{ input: styles.code ?? '' }}
        {...state.field('code')}
      />
    </CommandForm>
  );
}

function OtherWays() {
  const { t } = useTranslation('sign-in');
  const { data } = useQuery(waysInQuery);
  const start = useCommand((_: void) => startAtIssuer(), {
    changes: [],
    onDone: ({ redirect }) => window.location.assign(redirect),
  });
  if (!data?.issuer) return null;
  return (
    <section>
      <h2>{t('issuer')}</h2>
      {start.error && <Failure error={start.error} now />}
      <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
        {t('issuer.go')}
      </Button>
    </section>
  );
}
