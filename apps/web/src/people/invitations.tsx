import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { useToday } from '../api/now.js';
import { invitationsQuery, resendInvitation, withdrawInvitation } from '../api/people.js';
import { Failure } from '../parts/failure.js';
import { toast } from '../parts/toasts.js';
import { sayWhen } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { useWhere } from './use-where.js';
import styles from './people.module.css';

/** Who was invited and has not come yet: send it again, or take it back. */
export function Invitations() {
  const { t } = useTranslation(['coordinator', 'common']);
  const language = useLanguage();
  const today = useToday();
  const whereOf = useWhere();
  const waiting = (useQuery(invitationsQuery).data ?? []).filter(
    ({ state }) => state === 'open' || state === 'expired',
  );
  const resend = useCommand(resendInvitation, {
    changes: ['invitations'],
    onDone: () => toast(t('invitations.resent')),
  });
  const withdraw = useCommand(withdrawInvitation, {
    changes: ['invitations'],
    onDone: () => toast(t('invitations.withdrawn')),
  });
  const error = resend.error ?? withdraw.error;
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{t('invitations')}</h2>
      {error && <Failure error={error} now />}
      <ul className={styles.people}>
        {waiting.map(({ id, email, name, role, state, expiresAt }) => (
          <li key={id}>
            <div>
              <strong>{name ?? email}</strong>
              <span>{[t(`common:role.${role.role}`), whereOf(role)].filter(Boolean).join(', ')}</span>
              <span>
                {state === 'expired'
                  ? t('invitations.expired')
                  : t('invitations.until', { when: sayWhen(expiresAt, today, language) })}
              </span>
            </div>
            <div className={styles.buttons}>
              <Button
                variant="default"
                loading={resend.isPending && resend.variables === id}
                onClick={() => resend.mutate(id)}
              >
                {t('invitations.resend')}
              </Button>
              {state === 'open' && (
                <Button
                  variant="subtle"
                  loading={withdraw.isPending && withdraw.variables === id}
                  onClick={() => withdraw.mutate(id)}
                >
                  {t('invitations.withdraw')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
