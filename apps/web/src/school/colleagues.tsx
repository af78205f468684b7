import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import {
  invitationsQuery,
  invite,
  peopleQuery,
  resendInvitation,
  withdrawInvitation,
  type Invitation,
} from '../api/people.js';
import { Answered } from '../parts/answered.js';
import { Failure } from '../parts/failure.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { sayDay } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './school.module.css';

interface ColleaguesProps {
  readonly schoolId: string;
  /** Who may invite. */
  readonly isAdmin: boolean;
}

export function Colleagues({ schoolId, isAdmin }: ColleaguesProps) {
  const { t } = useTranslation(['teacher', 'common']);
  const people = useQuery(peopleQuery({ schoolLocation: schoolId }));
  return (
    <section className={styles.section}>
      <h2>{t('colleagues')}</h2>
      <Answered query={people} skeleton={<RowsSkeleton rows={3} />}>
        {(items) => (
          <ul className={styles.rows}>
            {items.map(({ id, name, email, roles, disabled }) => (
              <li key={id}>
                <div className={styles.row}>
                  <div>
                    <strong>{name}</strong>
                    <span className={styles.facts}>
                      {[
                        ...new Set(roles.map(({ role }) => t(`common:role.${role}`))),
                        ...(email ? [email] : []),
                        ...(disabled ? [t('colleagues.disabled')] : []),
                      ].join(' · ')}
                    </span>
                  </div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {isAdmin && <Invitations schoolId={schoolId} />}
    </section>
  );
}

function Invitations({ schoolId }: { readonly schoolId: string }) {
  const { t } = useTranslation('teacher');
  const invitations = useQuery(invitationsQuery);
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <Answered query={invitations} skeleton={<RowsSkeleton rows={1} />}>
        {(items) => {
          const open = items.filter(
            ({ state, role }) => state === 'open' && role.schoolLocationId === schoolId,
          );
          if (open.length === 0) return null;
          return (
            <>
              <h3>{t('invited')}</h3>
              <ul className={styles.rows}>
                {open.map((invitation) => (
                  <Invited key={invitation.id} invitation={invitation} />
                ))}
              </ul>
            </>
          );
        }}
      </Answered>
      {inviting ? (
        <Invite schoolId={schoolId} onDone={() => setInviting(false)} />
      ) : (
        <Button variant="default" mt={16} onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      )}
    </>
  );
}

function Invited({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const { id, email, name, expiresAt } = invitation;
  const resend = useCommand(resendInvitation, {
    changes: ['invitations'],
    onDone: () => toast(t('invited.again')),
  });
  const withdraw = useCommand((which: string) => withdrawInvitation(which), {
    changes: ['invitations'],
    onDone: () => toast(t('invited.withdrawn')),
  });
  const error = resend.error ?? withdraw.error;
  return (
    <li>
      <div className={styles.row}>
        <div>
          <strong>{name ?? email}</strong>
          <span className={styles.facts}>{t('invited.until', { day: sayDay(expiresAt, language) })}</span>
        </div>
        <div className={styles.buttons}>
          <Button variant="subtle" loading={resend.isPending} onClick={() => resend.mutate(id)}>
            {t('invited.resend')}
          </Button>
          <Button
            variant="subtle"
            color="brick"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate(id)}
          >
            {t('invited.withdraw')}
          </Button>
        </div>
      </div>
      {error && <Failure error={error} now />}
    </li>
  );
}

interface NewColleague {
  readonly email: string;
  readonly name: string;
  readonly role: 'teacher' | 'school-admin';
}

function Invite({ schoolId, onDone }: { readonly schoolId: string; readonly onDone: () => void }) {
  const { t } = useTranslation(['teacher', 'common']);
  const state = useCommandForm<NewColleague, Invitation>({
    name: `invite-${schoolId}`,
    initial: { email: '', name: '', role: 'teacher' },
    send: ({ email, name, role }, keyed) =>
      invite(
        {
          email: email.trim(),
          role,
          schoolLocationId: schoolId,
          ...(name.trim() ? { name: name.trim() } : {}),
        },
        keyed,
      ),
    changes: ['invitations', 'people'],
    onDone: ({ email }) => {
      toast(t('invite.done', { email }));
      onDone();
    },
  });
  return (
    <div className={styles.change}>
      <CommandForm
        state={state}
        submit={t('invite.send')}
        beside={
          <Button variant="subtle" onClick={onDone}>
            {t('never-mind')}
          </Button>
        }
      >
        <TextInput autoFocus type="email" label={t('invite.email')} {...state.field('email')} />
        <TextInput label={t('invite.name')} maxLength={120} {...state.field('name')} />
        <NativeSelect
          label={t('invite.role')}
          data={(['teacher', 'school-admin'] as const).map((role) => ({
            value: role,
            label: t(`common:role.${role}`),
          }))}
          {...state.field('role')}
        />
      </CommandForm>
    </div>
  );
}
