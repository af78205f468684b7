import { Button } from '@mantine/core';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { passkeysQuery } from '../api/me.js';
import { confirmByPasskey, makePasskey, optionsToConfirm, optionsToMakePasskey } from '../api/sign-in.js';
import { Answered } from '../parts/answered.js';
import { Failure } from '../parts/failure.js';
import { Notice } from '../parts/notice.js';
import { LinesSkeleton } from '../parts/skeletons.js';

type RegistrationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];
type AuthenticationOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Asks the browser for a new one and keeps it with the server. */
export async function makeOnDevice(label: string): Promise<unknown> {
  const { options } = await optionsToMakePasskey();
  const response = await startRegistration({ optionsJSON: options as unknown as RegistrationOptions });
  return makePasskey(response, label);
}

async function confirm(): Promise<unknown> {
  const { options } = await optionsToConfirm();
  const response = await startAuthentication({ optionsJSON: options as unknown as AuthenticationOptions });
  return confirmByPasskey(response);
}

/** Confirms by a passkey who this is; who has none makes the first, which confirms it too. */
export function Passkey({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const { t } = useTranslation('sign-in');
  const passkeys = useQuery(passkeysQuery);
  const command = useCommand((isFirst: boolean) => (isFirst ? makeOnDevice(t('passkey.label')) : confirm()), {
    changes: ['me'],
    onDone: onConfirmed,
  });
  return (
    <Answered query={passkeys} skeleton={<LinesSkeleton lines={3} />}>
      {({ items }) => (
        <>
          <p>{items.length === 0 ? t('passkey.first') : t('passkey.again')}</p>
          {command.error && <PasskeyFailed error={command.error} />}
          <Button loading={command.isPending} onClick={() => command.mutate(items.length === 0)}>
            {items.length === 0 ? t('passkey.make') : t('passkey.confirm')}
          </Button>
        </>
      )}
    </Answered>
  );
}

/** The browser itself refuses with a DOMException: nobody touched the key, or there is none on this device. */
export function PasskeyFailed({ error }: { readonly error: Error }) {
  const { t } = useTranslation('sign-in');
  if (!['NotAllowedError', 'WebAuthnError', 'AbortError', 'InvalidStateError'].includes(error.name))
    return <Failure error={error} now />;
  return (
    <Notice tone="brick" title={t('passkey.not-given')} now>
      {t('passkey.not-given.now')}
    </Notice>
  );
}
