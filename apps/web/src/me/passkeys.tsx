import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { passkeysQuery, removePasskey } from '../api/me.js';
import { Answered } from '../parts/answered.js';
import { Failure } from '../parts/failure.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { sayDay } from '../say/dates.js';
import { PasskeyFailed, makeOnDevice } from '../sign-in/passkey.js';
import { useLanguage } from '../words/use-language.js';
import styles from './me.module.css';

/** The own passkeys, one more, one less. */
export function Passkeys() {
  const { t } = useTranslation('sign-in');
  const language = useLanguage();
  const passkeys = useQuery(passkeysQuery);
  const add = useCommand((label: string) => makeOnDevice(label), { changes: ['me'] });
  const remove = useCommand(removePasskey, { changes: ['me'], onDone: () => toast(t('passkeys.removed')) });
  return (
    <Answered query={passkeys} skeleton={<RowsSkeleton rows={1} />}>
      {({ items }) => (
        <>
          <p>{t(items.length === 0 ? 'passkeys.none' : 'passkeys.about')}</p>
          {add.error && <PasskeyFailed error={add.error} />}
          {remove.error && <Failure error={remove.error} now />}
          <ul className={styles.sessions}>
            {items.map(({ id, label, createdAt }) => (
              <li key={id}>
                <div>
                  <strong>{label}</strong>
                  <span>{t('passkeys.made', { day: sayDay(createdAt, language, true) })}</span>
                </div>
                <Button
                  variant="default"
                  loading={remove.isPending && remove.variables === id}
                  onClick={() => remove.mutate(id)}
                >
                  {t('passkeys.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <Button
            mt={12}
            variant="default"
            loading={add.isPending}
            onClick={() => add.mutate(t('passkey.label'))}
          >
            {t('passkeys.add')}
          </Button>
        </>
      )}
    </Answered>
  );
}
